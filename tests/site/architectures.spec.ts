import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { watch } from './watch.ts';

/** What the tests read on the page, by language. */
const languages = {
  en: {
    size: 'Input height × width',
    layers: 'Every layer',
    find: 'Path contains',
    kind: 'Operator',
    macs: 'Multiply-adds',
    matches: '52 of 152 operators',
    csv: 'Download as CSV',
    json: 'Download as JSON',
    cannotRun: 'The network cannot run at this size.',
    second: 'Second',
  },
  zh: {
    size: '输入高×宽',
    layers: '逐层明细',
    find: '路径包含',
    kind: '算子',
    macs: '乘加次数',
    matches: '共 152 个算子，列出 52 个',
    csv: '下载 CSV',
    json: '下载 JSON',
    cannotRun: '网络无法以这个尺寸运行。',
    second: '第二个',
  },
} as const;

const table = (page: Page) => page.locator('.layer-table');

async function downloaded(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

for (const [locale, words] of Object.entries(languages)) {
  test.describe(`a network’s page, ${locale}`, () => {
    test('folds, sorts, filters and hands out its layers, with the state in the address', async ({
      page,
      baseURL,
    }) => {
      const complaints = await watch(page, baseURL ?? '');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(`/${locale}/architectures/mobilenet_v2/`);
      await page.locator('#totals').scrollIntoViewIfNeeded();
      const rows = table(page).locator('tbody tr');
      await expect(table(page).getByRole('button', { name: 'features', exact: true })).toHaveAttribute(
        'aria-expanded',
        'true',
      );
      const count = await rows.count();
      await table(page).getByRole('button', { name: '17.conv', exact: true }).click();
      expect(await rows.count()).toBeGreaterThan(count);
      await table(page).getByRole('button', { name: words.macs }).click();
      await expect(page).toHaveURL(/net\.sort=macs&net\.direction=down/);
      await expect(table(page).locator('[aria-sort="descending"]')).toHaveText(words.macs);
      await page.getByLabel(words.kind, { exact: true }).selectOption('convolution');
      await expect(table(page).locator('caption')).toHaveText(words.matches);
      const csv = await downloaded(page, words.csv);
      expect(csv.trimEnd().split('\r\n')).toHaveLength(53);
      await page.getByLabel(words.find).fill('features.18');
      await expect(rows.locator('td', { hasText: '20,070,400' }).first()).toBeVisible();
      await expect(page).toHaveURL(/net\.find=features\.18/);
      await page.reload();
      await expect(page.getByLabel(words.find)).toHaveValue('features.18');
      expect(complaints.all).toEqual([]);
    });

    test('is worked out again for other options, and says which size cannot run', async ({ page }) => {
      await page.goto(`/${locale}/architectures/mobilenet_v2/?net.width=0.5&net.classes=10`);
      await page.locator('#totals').scrollIntoViewIfNeeded();
      await expect(page.locator('.totals .q-parameters')).toHaveText('700,490');
      const data: unknown = JSON.parse(await downloaded(page, words.json));
      expect(data).toMatchObject({
        id: 'mobilenet_v2',
        widthMultiplier: 0.5,
        classes: 10,
        parameters: 700_490,
      });
      await page.goto(`/${locale}/architectures/alexnet/`);
      await page.locator('#totals').scrollIntoViewIfNeeded();
      await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
      await page.getByLabel(words.size).fill('16');
      await expect(page.getByLabel(words.size)).toHaveAccessibleDescription(words.cannotRun);
      await page.getByLabel(words.size).fill('224×320');
      await expect(page.locator('.totals')).toContainText('3×224×320');
      await expect(page).toHaveURL(/net\.size=224%C3%97320/);
    });

    test('is compared with others: the chosen are in the address', async ({ page }) => {
      await page.goto(`/${locale}/architectures/compare/?a=vgg16`);
      await expect(page.locator('.compare-table').first()).toContainText('138,357,544');
      await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
      await page.getByLabel(words.second).selectOption('alexnet');
      await expect(page).toHaveURL(/\?a=vgg16&b=alexnet$/);
      await expect(page.locator('.compare-table').first()).toContainText('61,100,840');
    });

    test('is found in the list of all, which sorts and filters', async ({ page }) => {
      await page.goto(`/${locale}/architectures/?list.sort=parameters&list.direction=down`);
      const first = page.locator('.network-table tbody tr').first();
      await expect(first).toContainText('Llama 3.1 405B');
      await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
      await page.locator('.filters input').fill('resnet50');
      await expect(page.locator('.network-table tbody tr')).toHaveCount(5);
      await page.locator('.filters select').nth(1).selectOption('accuracy');
      await page.locator('.filters input').fill('llama');
      await expect(page.locator('.figure-network-scatter')).toHaveCount(0);
      await page.locator('.filters input').fill('densenet');
      await expect(page.locator('.figure-network-scatter circle').first()).toBeVisible();
    });
  });
}

test('without a script a network’s page has its totals, stages and sizes', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL ?? ''}/en/architectures/resnet50/`);
  await expect(page.locator('.totals .q-macs')).toHaveText('4,089,184,256');
  await expect(page.locator('.stage-table tbody tr')).toHaveCount(6);
  await expect(page.locator('.size-table')).toContainText('102,542,066');
  await expect(page.getByText('The table of all layers needs JavaScript')).toBeVisible();
  await context.close();
});
