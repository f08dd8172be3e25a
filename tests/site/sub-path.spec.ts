import { expect, test } from '@playwright/test';
import { serveSite } from './serve.ts';
import type { ServedSite } from './serve.ts';
import { subPath, subPathBuild } from './variants.ts';
import { watch } from './watch.ts';

test.describe('below a sub-path', () => {
  let site: ServedSite;
  test.beforeAll(async () => {
    site = await serveSite(subPathBuild, subPath);
  });
  test.afterAll(() => {
    site.server.close();
  });

  test('pages, search, calculators and the language link work under the policy', async ({ page }) => {
    const complaints = await watch(page, site.origin);
    await page.goto(`${site.origin}${subPath}en/flops-and-macs/?conv.kernel=5`);
    await page.getByLabel('Kernel (square)').scrollIntoViewIfNeeded();
    await expect(page.getByLabel('Kernel (square)')).toHaveValue('5');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('factorizing');
    await expect(page.getByRole('dialog').getByRole('option').first()).toHaveAttribute(
      'href',
      new RegExp(`^${subPath}en/`),
    );
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page).toHaveURL(new RegExp(`${subPath}zh/flops-and-macs/\\?conv\\.kernel=5`));
    expect(complaints.all).toEqual([]);
  });
});
