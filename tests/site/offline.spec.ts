import { expect, test } from '@playwright/test';
import { serveSite } from './serve.ts';
import { subPath, subPathBuild } from './variants.ts';

test.use({ serviceWorkers: 'allow' });

test('what was visited is there without a network, below a sub-path too, and search finds by names', async ({
  page,
}) => {
  const site = await serveSite(subPathBuild, subPath);
  const home = `${site.origin}${subPath}en/`;
  await page.goto(`${home}model-size/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(`${home}roofline/`);
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('/');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('bottleneck');
  await expect(dialog.getByRole('status')).toContainText('result');
  await expect(dialog.locator('.excerpt').first()).not.toBeEmpty();
  await page.context().setOffline(true);
  site.server.close();
  site.server.closeAllConnections();

  await page.goto(`${home}model-size/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Model size and parameter count');
  expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily)).toContain(
    'Source Serif',
  );
  await page.keyboard.press('/');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('roofline');
  await expect(dialog.getByRole('option').first()).toHaveAttribute('href', `${subPath}en/roofline/`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('roofline');
});
