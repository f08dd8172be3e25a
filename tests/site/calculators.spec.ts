import { expect, test } from '@playwright/test';

test.describe('the convolution calculator', () => {
  test('recomputes with the keyboard, keeps its state in the address and shifts nothing', async ({
    page,
  }) => {
    await page.goto('/en/flops-and-macs/');
    const kernel = page.getByLabel('Kernel (square)');
    await kernel.scrollIntoViewIfNeeded();
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
    await page.evaluate(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry) document.documentElement.dataset.shift = String(entry.value);
        }
      }).observe({ type: 'layout-shift' });
    });
    await kernel.focus();
    await kernel.press('Control+a');
    await page.keyboard.type('1');
    // 64 · 64 · 1 · 1 · 58 · 58 at padding 1
    await expect(page.locator('.calculator .results')).toContainText('13,778,944');
    await expect(page).toHaveURL(/\?conv\.kernel=1$/);
    await expect(page.locator('html')).not.toHaveAttribute('data-shift', /.+/);
  });

  test('says what is wrong beside the field, keeps what was typed, and recovers', async ({ page }) => {
    await page.goto('/zh/flops-and-macs/?conv.groups=7');
    const groups = page.getByLabel('分组数');
    await groups.scrollIntoViewIfNeeded();
    await expect(groups).toHaveValue('7');
    await expect(groups).toHaveAttribute('aria-invalid', 'true');
    await expect(groups).toHaveAccessibleDescription('必须能整除 64。');
    await groups.fill('64');
    await expect(groups).toHaveAttribute('aria-invalid', 'false');
    await expect(page.locator('.calculator .results')).toContainText('576');
  });

  test('resets to the standard case and a clean address', async ({ page }) => {
    await page.goto('/en/flops-and-macs/?conv.kernel=7&conv.padding=3');
    const reset = page.locator('.calculator').getByRole('button', { name: 'Reset' });
    await reset.scrollIntoViewIfNeeded();
    await expect(page.getByLabel('Kernel (square)')).toHaveValue('7');
    await reset.press('Enter');
    await expect(page.getByLabel('Kernel (square)')).toHaveValue('3');
    await expect(page).toHaveURL(/\/en\/flops-and-macs\/$/);
  });
});
