import { expect, test } from '@playwright/test';
import { loadFrameworks } from '../../src/collections/index.ts';

const total = loadFrameworks().size;
const rowHeads = '#tab-frameworks th[scope=row]';

test.describe('the table of frameworks', () => {
  test('is filtered and sorted with the keyboard, says so, and keeps its view in the address', async ({
    page,
  }) => {
    await page.goto('/en/frameworks/');
    const table = page.locator('#tab-frameworks');
    await table.scrollIntoViewIfNeeded();
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
    const head = table.getByRole('columnheader', { name: 'First release' });
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect(head.getByRole('button')).toBeFocused();
    await expect(page.locator(rowHeads).first()).toHaveText('MXNet');
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect(page.locator(rowHeads).first()).toHaveText('vLLM');

    await table.getByLabel('Kind').focus();
    await page.keyboard.type('exch');
    await expect(page.locator(rowHeads)).toHaveText(['ONNX']);
    await expect(table.getByRole('status')).toHaveText(`1 of ${total} shown`);
    for (const part of [/fw\.kind=format/, /fw\.sort=firstRelease/, /fw\.order=descending/]) {
      await expect(page).toHaveURL(part);
    }

    const sources = table.locator('summary').first();
    await sources.focus();
    await page.keyboard.press('Enter');
    await expect(table.getByRole('link', { name: 'onnx/onnx: README.md' })).toBeVisible();

    await table.getByRole('button', { name: 'Reset' }).press('Enter');
    await expect(page.locator(rowHeads)).toHaveCount(total);
    await expect(page).toHaveURL(/\/frameworks\/$/);
  });

  test('opens as the address says, in Chinese, on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/zh/frameworks/?fw.status=retired&fw.find=apache');
    const table = page.locator('#tab-frameworks');
    await table.scrollIntoViewIfNeeded();
    await expect(page.locator(rowHeads)).toHaveText(['MXNet']);
    await expect(table.getByLabel('状态')).toHaveValue('retired');
    await expect(table.getByRole('cell', { name: '已退役' })).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the table of frameworks is complete, with its sources, and offers no control', async ({ page }) => {
    await page.goto('/en/frameworks/');
    await expect(page.locator(rowHeads)).toHaveCount(total);
    await expect(page.locator('#tab-frameworks').getByRole('button')).toHaveCount(0);
    const sources = page.locator('#tab-frameworks details').first();
    await sources.locator('summary').click();
    await expect(sources.getByRole('link').first()).toBeVisible();
  });
});
