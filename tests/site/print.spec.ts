import { expect, test } from '@playwright/test';

test('a printed note has no chrome, shows answers and prints sources’ addresses', async ({ page }) => {
  await page.goto('/en/convolution-factorization/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.locator('.site-menu')).toBeHidden();
  await expect(page.locator('.copy-link').first()).toBeHidden();
  await expect(page.locator('.exercise details > :not(summary)').first()).toBeVisible();
  const address = await page
    .locator('.references a[href^="https"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toContain('https://');
});

test('a note prints dark on white whatever the theme', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/en/convolution-factorization/');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
});
