import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { gguf, ggufPair, ggufText } from '../model-files/writers/gguf.ts';
import { exported } from '../model-files/writers/exported.ts';
import { pickled, torchFile } from '../model-files/writers/pytorch.ts';
import { safetensors } from '../model-files/writers/safetensors.ts';
import { architectureNamed, tensorDataBytes, tensorsOf } from '../../src/engine/index.ts';
import { loadAxe, violations } from './axe.ts';

/** A file as the driver hands it to a page. */
interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const given = (name: string, bytes: Uint8Array): Given => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

/** torchvision's resnet18 as safetensors, of zeros. */
const resnet18Bytes = safetensors(
  tensorsOf(architectureNamed('resnet18').build()).map((tensor) => ({
    name: tensor.name,
    dtype: tensor.dtype === 'int64' ? 'I64' : 'F32',
    shape: tensor.shape,
    bytes: tensorDataBytes(tensor, 'float32'),
  })),
);
const folder = join(tmpdir(), `your-model-${process.pid}`);
/** On a disk, as a reader's is: handed over by the driver, 47 MB would take half a minute. */
const resnet18 = join(folder, 'resnet18.safetensors');
test.beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(resnet18, resnet18Bytes);
});
test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

const cut = given('cut.safetensors', resnet18Bytes.subarray(0, 2000));
const hostileName = '<img src=x onerror=alert(1)>\u202Eexe';
const hostile = given(
  'hostile\u202Egpj.gguf',
  gguf(
    [
      { name: hostileName, axes: [32], type: 2, bytes: 18 },
      { name: 'newer', axes: [32], type: 4040, bytes: 18 },
    ],
    { pairs: [ggufPair('general.architecture', 8, ggufText('llama'))] },
  ),
);

const words = {
  en: {
    choose: 'Your model file',
    read: 'Read: resnet18.safetensors.',
    refused: 'Not read: cut.safetensors. Below is still resnet18.safetensors.',
    truncated: 'The file is cut off',
    find: 'Name contains',
    more: 'Show 92 more',
    bytes: 'Bytes',
    promise: 'This file never leaves your computer',
    newer: 'A number format newer than this reader',
    cancel: 'Cancel',
    cancelled: 'Cancelled: slow.safetensors.',
    none: 'No file yet.',
    noScript: 'That needs JavaScript.',
  },
  zh: {
    choose: '你的模型文件',
    read: '已读取：resnet18.safetensors。',
    refused: '未能读取：cut.safetensors。下面仍是 resnet18.safetensors 的结果。',
    truncated: '文件不完整',
    find: '名称包含',
    more: '再显示 92 个',
    bytes: '字节数',
    promise: '文件不会离开你的电脑',
    newer: '更新的数值格式',
    cancel: '取消',
    cancelled: '已取消：slow.safetensors。',
    none: '还没有选择文件。',
    noScript: '需要 JavaScript。',
  },
} as const;

/** The page, awake, with its worker there. */
async function open(page: Page, locale: keyof typeof words): Promise<void> {
  const worker = page.waitForEvent('worker');
  await page.goto(`/${locale}/your-model/`);
  await worker;
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
}

for (const locale of ['en', 'zh'] as const) {
  const own = words[locale];
  test.describe(`/${locale}/your-model/`, () => {
    test('reads a file chosen by keyboard, requests nothing from then on, and names the network', async ({
      page,
    }) => {
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      // Watched from the beginning: the browser learns of it in its own time.
      const chooser = page.waitForEvent('filechooser');
      await open(page, locale);
      await expect(page.getByRole('status')).toHaveText(own.none);
      await expect(page.getByText(own.promise).first()).toBeVisible();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));

      const field = page.getByLabel(own.choose);
      await field.focus();
      await expect(field).toBeFocused();
      await page.keyboard.press('Enter');
      await (await chooser).setFiles(resnet18);

      await expect(page.getByRole('status')).toHaveText(own.read);
      const totals = page.locator('dl.totals');
      await expect(totals).toContainText('11,689,512');
      await expect(totals).toContainText('46,796,608');
      const link = page.locator('.matches a');
      await expect(link).toHaveText('ResNet-18');
      await expect(link).toHaveAttribute('href', `/${locale}/architectures/resnet18/`);
      expect(requests).toEqual([]);
      expect(problems).toEqual([]);
    });

    test('sorts, filters and pages the tensors', async ({ page }) => {
      await open(page, locale);
      await page.getByLabel(own.choose).setInputFiles(resnet18);
      const rows = page.locator('.layer-table tbody tr');
      await expect(rows).toHaveCount(30);
      await page.locator('.layer-table').getByRole('button', { name: own.bytes }).press('Enter');
      await expect(rows.first()).toContainText('2,359,296');
      await page.getByRole('button', { name: own.more }).press('Enter');
      await expect(rows).toHaveCount(122);
      await page.getByLabel(own.find).fill('FC.');
      await expect(rows).toHaveCount(2);
      await expect(page.locator('.layer-table caption')).toContainText('122');
    });

    test('says what is wrong with a bad file beside the field, and keeps what was there', async ({
      page,
    }) => {
      await open(page, locale);
      const field = page.getByLabel(own.choose);
      await field.setInputFiles(resnet18);
      await expect(page.getByRole('status')).toHaveText(own.read);
      await field.setInputFiles(cut);
      await expect(page.getByRole('status')).toHaveText(own.refused);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(new RegExp(own.truncated));
      await expect(page.locator('dl.totals')).toContainText('11,689,512');
    });

    test('shows names as text, with hidden characters written out, and warns of what is new', async ({
      page,
    }) => {
      await open(page, locale);
      await page.getByLabel(own.choose).setInputFiles(hostile);
      await expect(page.locator('.layer-table tbody th').first()).toHaveText(
        '<img src=x onerror=alert(1)>\\u{202E}exe',
      );
      await expect(page.locator('main img')).toHaveCount(0);
      await expect(page.locator('main')).toContainText(own.newer);
      await expect(page.locator('main')).toContainText('ggml 4040');
    });

    test('breaks no accessibility rule, before a file, with one, and with an error', async ({ page }) => {
      await open(page, locale);
      await loadAxe(page);
      expect(await violations(page)).toEqual([]);
      await page.getByLabel(own.choose).setInputFiles(hostile);
      await expect(page.locator('.layer-table')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.getByLabel(own.choose).setInputFiles(cut);
      await expect(page.locator('.field-error')).not.toBeEmpty();
      expect(await violations(page)).toEqual([]);
    });

    test('can be cancelled, and reads the next file', async ({ page }) => {
      // A worker that never answers stands for a file that takes long.
      await page.route('**/_astro/worker*.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: '' }),
      );
      await open(page, locale);
      await page.getByLabel(own.choose).setInputFiles({ ...cut, name: 'slow.safetensors' });
      await expect(page.getByRole('progressbar')).toBeVisible();
      await page.unroute('**/_astro/worker*.js');
      await page.getByRole('button', { name: own.cancel }).press('Enter');
      await expect(page.getByRole('status')).toHaveText(own.cancelled);
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await page.getByLabel(own.choose).setInputFiles(resnet18);
      await expect(page.getByRole('status')).toHaveText(own.read);
    });

    test('without JavaScript says what it does and leads to the note', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const plain = await context.newPage();
      await plain.goto(`/${locale}/your-model/`);
      await expect(plain.getByText(own.noScript)).toBeVisible();
      await expect(plain.getByLabel(own.choose)).toBeHidden();
      await plain.locator('.without-script a').click();
      await expect(plain).toHaveURL(new RegExp(`/${locale}/model-size/$`));
      await context.close();
    });
  });
}

test('counts the multiply-adds of an ONNX file, and names the network it was exported from', async ({
  page,
}) => {
  await open(page, 'en');
  const file = exported(architectureNamed('mobilenet_v2').build());
  await page.getByLabel('Your model file').setInputFiles(given('net.onnx', file));
  await expect(page.locator('dl.totals')).toContainText('300,774,272');
  await expect(page.locator('.matches a')).toHaveText('MobileNetV2');
  await expect(page.locator('main')).toContainText('Data in another file');
});

test('reads a PyTorch file without running what it asks for, and names that', async ({ page }) => {
  await open(page, 'en');
  const attack = pickled.call(pickled.global('posix', 'system'), pickled.tuple(pickled.text('echo hit')));
  const file = torchFile(pickled.dict(pickled.text('a'), attack));
  await page.getByLabel('Your model file').setInputFiles(given('net.pth', file));
  await expect(page.getByRole('status')).toHaveText('Read: net.pth.');
  await expect(page.locator('main li code').first()).toHaveText('posix.system');
});

test('a file may be dropped on the page', async ({ page }) => {
  await open(page, 'en');
  const data = await page.evaluateHandle((bytes) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(bytes)], 'dropped.gguf'));
    return transfer;
  }, Array.from(hostile.buffer));
  await page.locator('.file-drop').dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByRole('status')).toHaveText('Read: dropped.gguf.');
});
