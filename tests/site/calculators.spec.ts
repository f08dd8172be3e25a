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

  test('paints the answer first and its working a frame later', async ({ page }) => {
    await page.goto('/en/flops-and-macs/');
    const kernel = page.getByLabel('Kernel (square)');
    await kernel.scrollIntoViewIfNeeded();
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
    const shown = await kernel.evaluate(async (field: HTMLInputElement) => {
      const frame = (): Promise<void> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            resolve();
          });
        });
      const texts = (): (string | undefined)[] =>
        ['.answer', '.arithmetic'].map(
          (part) => document.querySelector(`.calculator .results ${part}`)?.textContent,
        );
      await frame();
      field.value = '1';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await frame();
      const first = texts();
      for (let turn = 0; turn < 5; turn++) await frame();
      return { first, later: texts() };
    });
    const macs = '13,778,944';
    expect(shown.first[0]).toContain(macs);
    expect(shown.first[1]).not.toContain(macs);
    expect(shown.later.every((text) => text?.includes(macs))).toBe(true);
  });

  test('says what is wrong beside the field, keeps what was typed, and recovers', async ({ page }) => {
    await page.goto('/zh/flops-and-macs/?conv.groups=7');
    const groups = page.getByLabel('分组数');
    await groups.scrollIntoViewIfNeeded();
    await expect(groups).toHaveValue('7');
    await expect(groups).toHaveAttribute('aria-invalid', 'true');
    await expect(groups).toHaveAccessibleDescription('必须能整除 64。');
    // The last result keeps its room under a cover, out of everybody's reach.
    const last = page.locator('.calculator .results [inert]');
    await expect(last).toHaveCount(2);
    const covered = await last.evaluateAll((parts) =>
      parts.map((part) => {
        part.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = part.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2)?.className;
      }),
    );
    expect(covered).toEqual(['waiting', 'waiting']);
    await groups.fill('64');
    await expect(groups).toHaveAttribute('aria-invalid', 'false');
    await expect(last).toHaveCount(0);
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

test.describe('the program run both ways', () => {
  test('steps by keyboard and shifts nothing, keeps its place in the address, says what is wrong', async ({
    page,
  }) => {
    await page.goto('/en/computation-graphs/?graph.step=4');
    const program = page.locator('#ex-graph');
    await program.scrollIntoViewIfNeeded();
    await expect(program.getByText('4 of 12 operations run.')).toBeVisible();
    await expect(program.getByText('relu = relu(add)').first()).toBeHidden();
    await page.evaluate(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry) document.documentElement.dataset.shift = String(entry.value);
        }
      }).observe({ type: 'layout-shift' });
    });
    const step = program.getByRole('button', { name: 'Step on' });
    await step.press('Enter');
    await step.press('Enter');
    await expect(program.locator('.line.now')).toContainText('h = relu(h + b)');
    await expect(program.getByText('relu = relu(add)').first()).toBeVisible();
    await expect(page).toHaveURL(/\?graph\.step=6$/);
    await program.getByRole('button', { name: 'Traced', exact: true }).press('Space');
    await expect(page).toHaveURL(/graph\.stage=traced$/);
    await expect(page.locator('html')).not.toHaveAttribute('data-shift', /.+/);
    // Called with what it was traced for, the graph is right: x > 0, 2 rows, 2 rounds.
    await program.getByLabel('x, other call').fill('3');
    await program.getByLabel('Rows, other call').fill('2');
    await program.getByLabel('steps, other call').fill('2');
    await expect(program.getByText('The same: every decision is as it was')).toBeVisible();
    const rows = program.getByLabel('Rows, traced call');
    await rows.fill('65');
    await expect(rows).toHaveAccessibleDescription('At most 64.');
    await program.getByRole('button', { name: 'Reset' }).press('Enter');
    await expect(program.getByText('Off by up to 9.24')).toBeVisible();
    await expect(page).toHaveURL(/\/en\/computation-graphs\/$/);
  });
});
