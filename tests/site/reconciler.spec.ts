import { expect, test } from '@playwright/test';

test.describe('the reconciler', () => {
  test('goes from torchvision’s number to any other, other networks fetched when asked for, without a script error', async ({
    page,
  }) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto('/en/counting-tools/');
    const results = page.locator('#ex-reconciler .results');
    await expect(results).toContainText('8,211,108,352');
    await results.scrollIntoViewIfNeeded();
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);

    await page.getByLabel('From', { exact: true }).selectOption('he2016:3.8');
    await page.getByLabel('To', { exact: true }).selectOption('torchinfo:8.18');
    await expect(results).toContainText('digits cut off, taken back');
    await expect(results.locator('tbody tr').last()).toContainText('8,180,000,000');
    await expect(page).toHaveURL(/rec\.from=he2016%3A3\.8/);

    await page.getByLabel('To', { exact: true }).selectOption('own');
    const own = page.getByLabel('Your number, in G (10⁹)');
    await own.fill('4,x');
    await expect(own).toHaveAccessibleDescription('Not a number that fits here.');
    await own.fill('3.86');
    await expect(results).toContainText('No source says that your 3.86 G was counted so');

    await page.getByLabel('Network', { exact: true }).selectOption('vit_b_16');
    await page.getByLabel('To', { exact: true }).selectOption('ptflops:16.86');
    await expect(results).toContainText('matrix products of attention, not seen');
    await expect(results.locator('tbody tr').last()).toContainText('16,860,000,000');
    expect(problems).toEqual([]);
  });

  test('opens from an address in Chinese, and has its standard case without a script', async ({
    page,
    browser,
  }) => {
    await page.goto(
      '/zh/counting-tools/?rec.network=convnext_base&rec.to=convnext-readme%3A47.0%40384#ex-reconciler',
    );
    const results = page.locator('#ex-reconciler .results');
    await expect(results).toContainText('未解：这里没有哪一步能解释');
    await expect(results.locator('tbody tr').last()).toContainText('47,000,000,000');

    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(page.url().replace(/\?.*/, ''));
    await expect(plain.locator('#ex-reconciler .results')).toContainText('8,211,108,352');
    await expect(plain.locator('#tab-in-print')).toContainText('−359,661,568');
    await context.close();
  });
});
