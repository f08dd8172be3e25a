import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { watch } from './watch.ts';

/** Opens the dialog and returns its parts. */
async function openSearch(page: Page, address: string, key = '/') {
  await page.goto(address);
  await page.keyboard.press(key);
  const dialog = page.getByRole('dialog');
  const input = dialog.getByRole('combobox');
  await expect(input).toBeFocused();
  return { dialog, input, options: dialog.getByRole('option'), status: dialog.getByRole('status') };
}

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
      const { options, status, input } = await openSearch(page, '/en/model-size/', key);
      await page.keyboard.type('factorizing convolutions');
      await expect(status).toContainText('result');
      await expect(options.first()).toContainText('Factorizing convolutions');
      await expect(options.first()).toContainText('Note');
      await expect(options.first()).toHaveAttribute('aria-selected', 'true');
      await expect(input).toHaveAttribute('aria-activedescendant', 'search-result-0');
      await expect(options.first().locator('.excerpt')).not.toBeEmpty();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/en\/convolution-factorization\//);
      expect(complaints.all).toEqual([]);
    });
  }

  test('arrows, Home and End move the mark, and the focus returns where it was', async ({ page }) => {
    const { dialog, options, input, status } = await openSearch(page, '/en/model-size/');
    await page.keyboard.type('convolution');
    await expect(status).toContainText('result');
    const selected = dialog.getByRole('option', { selected: true });
    await page.keyboard.press('ArrowDown');
    await expect(selected).toHaveAttribute('id', 'search-result-1');
    await page.keyboard.press('End');
    await expect(selected).toHaveAttribute('id', `search-result-${(await options.count()) - 1}`);
    await page.keyboard.press('Home');
    await expect(selected).toHaveAttribute('id', 'search-result-0');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.locator('.search-open').focus();
    await page.keyboard.press('Enter');
    await expect(input).toHaveValue('convolution');
    await page.keyboard.press('Escape');
    await expect(page.locator('.search-open')).toBeFocused();
  });

  test('leads to the section or term that answers, and shows one kind alone', async ({ page }) => {
    const { dialog, options, status } = await openSearch(page, '/en/model-size/');
    await page.keyboard.type('KV cache');
    await expect(options.first()).toHaveAttribute('href', '/en/memory/#kv-cache');
    await expect(status).toContainText('result');
    await dialog.getByRole('button', { name: 'Terms' }).click();
    await expect(options.first()).toHaveAttribute('href', /^\/en\/glossary\/#/);
    await expect(options.first().locator('.kind')).toHaveText('Term');
    await expect(options.first().locator('.excerpt')).not.toBeEmpty();
  });

  test('leaves keys and text to the input method while Chinese is being composed', async ({ page }) => {
    const { dialog, options, input } = await openSearch(page, '/zh/model-size/');
    const typing = await page.context().newCDPSession(page);
    await typing.send('Input.imeSetComposition', { text: 'ganshouye', selectionStart: 9, selectionEnd: 9 });
    await expect(input).toHaveValue('ganshouye');
    await page.waitForTimeout(300);
    await expect(options).toHaveCount(0);
    await typing.send('Input.insertText', { text: '感受野' });
    await expect(input).toHaveValue('感受野');
    await expect(options.first()).toHaveAttribute('href', '/zh/convolution-arithmetic/#receptive-field');
    await expect(dialog).toBeVisible();
  });

  test('corrects a mistaken character, and searches what was typed on request', async ({ page }) => {
    const { dialog, options } = await openSearch(page, '/zh/memory/');
    await page.keyboard.insertText('模形大小');
    await expect(options.first()).toHaveAttribute('href', /^\/zh\/model-size\//);
    await dialog.getByRole('button', { name: '仍然搜索“模形大小”' }).click();
    await expect(dialog.getByText('以下是“模型大小”的结果')).toBeHidden();
  });

  test('finds the page’s own note by words of the other language', async ({ page }) => {
    const { options } = await openSearch(page, '/en/model-size/');
    await page.keyboard.insertText('卷积拆分');
    await expect(options.first()).toHaveAttribute('href', /^\/en\/convolution-factorization\//);
  });

  test('offers recent queries and examples on an empty box, and advice when nothing is found', async ({
    page,
  }) => {
    const { dialog, options } = await openSearch(page, '/en/model-size/');
    await dialog.getByRole('button', { name: 'FLOPs vs FLOPS' }).click();
    await expect(options.first()).toHaveAttribute('href', /^\/en\/flops-and-macs\//);
    await options.first().click();
    await expect(page).toHaveURL(/flops-and-macs/);
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('/');
    await expect(dialog.getByText('Recent')).toBeVisible();
    await dialog.getByRole('button', { name: 'Forget these' }).click();
    await expect(dialog.getByText('Recent')).toBeHidden();
    await page.keyboard.type('qwertyuiop');
    await expect(dialog.getByRole('status')).toContainText('Nothing found for “qwertyuiop”');
    await expect(dialog.getByRole('link', { name: 'every note and term' })).toBeVisible();
  });

  test('is a page of its own, where the address says what is searched', async ({ page, baseURL }) => {
    const complaints = await watch(page, baseURL ?? '');
    await page.goto('/en/search/?q=checkerboard');
    const input = page.getByRole('combobox', { name: 'Search the notes' });
    await expect(input).toHaveValue('checkerboard');
    const options = page.getByRole('listbox', { name: 'Results' }).getByRole('option');
    await expect(options.first()).toHaveAttribute('href', '/en/transposed-convolution/#checkerboard');
    await input.fill('roofline');
    await expect(page).toHaveURL(/\?q=roofline$/);
    await expect(options.first()).toHaveAttribute('href', /^\/en\/roofline\//);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(complaints.all).toEqual([]);
  });

  test('fills a phone’s screen, stays within its width, and closes', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/zh/quantization/');
    await page.getByRole('link', { name: '搜索' }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.insertText('空洞卷积 感受野');
    await expect(dialog.getByRole('option').first()).toHaveAttribute('href', /^\/zh\/dilated-convolution\//);
    await expect(dialog.locator('.excerpt').first()).not.toBeEmpty();
    const box = await dialog.boundingBox();
    expect([box?.x, box?.width]).toEqual([0, 390]);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await dialog.getByRole('button', { name: '关闭' }).click();
    await expect(dialog).toBeHidden();
  });
});
