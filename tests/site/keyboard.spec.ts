import { expect, test } from '@playwright/test';

test.describe('with the keyboard alone', () => {
  test('the skip link is the first stop and leads to the text', async ({ page }) => {
    await page.goto('/en/model-size/');
    await page.keyboard.press('Tab');
    await expect(page.locator('.skip')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });

  test('the menu opens on a phone, lists the notes and closes with Escape', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/zh/model-size/');
    const menu = page.getByRole('navigation', { name: '目录' });
    await expect(menu).toBeHidden();
    await page.getByRole('button', { name: '目录' }).focus();
    await page.keyboard.press('Enter');
    await expect(menu.getByRole('link', { name: '模型大小' }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
  });

  test('the theme is chosen, applied at once and kept on the next page', async ({ page }) => {
    await page.goto('/en/model-size/');
    await page.getByLabel('Theme').focus();
    await page.keyboard.press('End');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.goto('/en/flops-and-macs/');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByLabel('Theme')).toHaveValue('dark');
  });

  test('the language link keeps the page, the heading being read and the calculator’s numbers', async ({
    page,
  }) => {
    await page.goto('/en/flops-and-macs/?conv.kernel=5');
    const heading = page.locator('.prose h2[id]').nth(1);
    await heading.evaluate((element) => {
      element.scrollIntoView({ behavior: 'instant' });
    });
    const id = (await heading.getAttribute('id')) ?? '';
    await page.getByRole('link', { name: '中文' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/zh/flops-and-macs/\\?conv\\.kernel=5#${id}$`));
    await page.getByLabel('卷积核边长').scrollIntoViewIfNeeded();
    await expect(page.getByLabel('卷积核边长')).toHaveValue('5');
  });

  test('a citation’s preview opens on focus and closes with Escape', async ({ page }) => {
    await page.goto('/en/convolution-factorization/');
    const cite = page.locator('.cite').first();
    await cite.getByRole('link').focus();
    await expect(cite.getByRole('tooltip')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(cite.getByRole('tooltip')).toBeHidden();
  });

  test('a worked formula in focus explains its symbols, and Escape closes it', async ({ page }) => {
    await page.goto('/zh/flops-and-macs/');
    const formula = page.locator('.arithmetic').first();
    await formula.focus();
    const note = page.getByRole('tooltip').and(page.locator('.symbol-note'));
    await expect(note).toBeVisible();
    await expect(formula).toHaveAccessibleDescription(/乘加次数/);
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
  });

  test('a folded answer opens', async ({ page }) => {
    await page.goto('/en/convolution-factorization/');
    const answer = page.locator('.exercise details').first();
    await answer.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(answer).toHaveAttribute('open', '');
  });
});

test('the page’s contents follow the reading', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/en/flops-and-macs/');
  const heading = page.locator('.prose h2[id]').nth(2);
  await heading.evaluate((element) => {
    element.scrollIntoView({ behavior: 'instant' });
  });
  const id = (await heading.getAttribute('id')) ?? '';
  await expect(page.locator('.margin .on-this-page [aria-current]')).toHaveAttribute('href', `#${id}`);
});

test('“copy link” puts the address of the numbered thing on the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/model-size/');
  const button = page.locator('.equation .copy-link').first();
  const id = (await button.getAttribute('data-copy-link')) ?? '';
  await button.click();
  await expect(button).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`/en/model-size/#${id}`);
});

test('a symbol explains itself when pointed at, in formulas and with numbers put in', async ({ page }) => {
  await page.goto('/en/convolution-factorization/');
  const note = page.locator('.symbol-note');
  await page.locator('.equation [data-symbol="k_h"]').first().hover();
  await expect(note).toHaveText('kernel height');
  await page.locator('.arithmetic [data-symbol="k_w"]').last().hover();
  await expect(note).toHaveText('kernel width');
  await note.hover();
  await expect(note).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(note).toBeHidden();
});
