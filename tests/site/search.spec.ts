import { expect, test } from '@playwright/test';
import { watch } from './watch.ts';

test.describe('search', () => {
  test('loads nothing before it is opened', async ({ page }) => {
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto('/en/model-size/');
    await page.waitForLoadState('networkidle');
    expect(requested.filter((url) => /pagefind|search/.test(url))).toEqual([]);
  });

  for (const key of ['/', 'Control+k']) {
    test(`opens with ${key}, finds as you type, and Enter follows the marked result`, async ({
      page,
      baseURL,
    }) => {
      const complaints = await watch(page, baseURL ?? '');
      await page.goto('/en/model-size/');
      await page.keyboard.press(key);
      const input = page.getByRole('combobox', { name: 'Search the notes' });
      await expect(input).toBeFocused();
      await page.keyboard.type('factorizing convolutions');
      await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(
        'Factorizing convolutions',
      );
      await expect(page.getByRole('dialog').getByRole('option').first()).toHaveAttribute(
        'aria-selected',
        'true',
      );
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/en\/convolution-factorization\//);
      expect(complaints.all).toEqual([]);
    });
  }

  test('arrows move the mark and Escape closes', async ({ page }) => {
    await page.goto('/en/model-size/');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('convolution');
    await expect(page.getByRole('dialog').getByRole('option').nth(1)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('dialog').getByRole('option').nth(1)).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('dialog').getByRole('option').first()).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('a result leads to the heading that answers', async ({ page }) => {
    await page.goto('/en/model-size/');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('Keras counts BatchNorm statistics');
    await expect(page.getByRole('dialog').getByRole('option').first()).toHaveAttribute(
      'href',
      /#[a-z0-9-]+$/,
    );
  });

  test('a Chinese query finds the Chinese note', async ({ page }) => {
    await page.goto('/zh/flops-and-macs/');
    await page.getByRole('link', { name: '搜索' }).first().click();
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('参数量');
    await expect(page.getByRole('dialog').getByRole('option').first()).toHaveAttribute('href', /^\/zh\//);
  });

  test('words of the other language lead to its notes, after the page’s own', async ({ page }) => {
    await page.goto('/en/flops-and-macs/');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('卷积拆分');
    const other = page.getByRole('group', { name: 'In other languages' });
    await expect(other.getByRole('option').first()).toHaveAttribute('href', /^\/zh\//);
  });

  test('a shared query opens on the search page', async ({ page }) => {
    await page.goto('/en/search/?q=multiply-add');
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('multiply-add');
  });
});
