import { expect } from '@playwright/test';
import { test } from './one-page.ts';
import { noteSlugs } from './pages.ts';

test.use({ hasScript: false });

// One visit a page: a reader without script has one page before them, too.
for (const slug of noteSlugs()) {
  for (const locale of ['en', 'zh']) {
    test(`/${locale}/${slug}/ without JavaScript shows text, formulas and examples with results, offers no control that would do nothing, and its citations and language link work`, async ({
      onePage: { page },
    }) => {
      await page.goto(`/${locale}/${slug}/`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.locator('.prose math').count()).toBeGreaterThan(0);
      await expect(page.locator('.prose .calculator :is(.result, td)').first()).toBeVisible();
      const results = await page.locator('.prose .calculator :is(.result, td)').allInnerTexts();
      expect(results.join(' ')).toMatch(/\d/);

      await expect(page.locator('.calculator fieldset').first()).toBeHidden();
      await expect(page.locator('.copy-link').first()).toBeHidden();

      await page.locator('.cite a').first().click();
      expect(new URL(page.url()).hash).toMatch(/^#ref-/);
      await page.locator('.language-link').click();
      await expect(page).toHaveURL(new RegExp(`/${locale === 'en' ? 'zh' : 'en'}/${slug}/$`));
    });
  }
}

test('the search link leads to the index of notes and terms', async ({ onePage: { page } }) => {
  await page.goto('/en/model-size/');
  await page.locator('.search-open').click();
  await expect(page).toHaveURL(/\/en\/search\/$/);
  await expect(page.getByText('Search needs JavaScript')).toBeVisible();
  await expect(page.locator('main').getByRole('link', { name: 'Model size' }).first()).toBeVisible();
});
