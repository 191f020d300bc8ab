import { readFileSync } from 'node:fs';
import { firefox, type Page } from '@playwright/test';
import { NO_FIREFOX, findFirefox } from '../../scripts/find-browser.mjs';
import { ENGINE_VERSION } from '../../src/sim/engineVersion';
import { expect, test } from './support/app';

const golden = JSON.parse(readFileSync(new URL('../golden/digests.json', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, string>
>;
const promised = golden[ENGINE_VERSION] ?? {};

/** The digests that the page shows, by plan and kernel, once there are any; its own verdict included. */
async function shownDigests(page: Page): Promise<Record<string, Record<string, string>>> {
  const table = page.getByRole('table', { name: 'Digests of the golden plans' });
  await expect(page.getByRole('status')).toHaveText(/^Measur/, { timeout: 60_000 });
  return table.evaluate((element) => {
    const [head, ...rows] = [...element.querySelectorAll('tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent),
    );
    return Object.fromEntries(
      rows.map(([plan, ...cells]) => [
        plan,
        Object.fromEntries(cells.map((cell, place) => [head?.[place + 1], cell])),
      ]),
    );
  });
}

/** What the page must show: the promised digest under every kernel there is. */
function expectPromised(shown: Record<string, Record<string, string>>): void {
  expect(Object.keys(shown)).toEqual(Object.keys(promised));
  for (const [plan, cells] of Object.entries(shown)) {
    const { 'as promised': verdict, ...kernels } = cells;
    expect(verdict, plan).toBe('the same');
    expect(Object.keys(kernels)).toContain('JavaScript');
    for (const [kernel, digest] of Object.entries(kernels))
      expect(digest, `${plan}, ${kernel}`).toBe(promised[plan]);
  }
}

test('Chromium gives the promised bits', async ({ app }) => {
  await app.open('./benchmark.html');
  expectPromised(await shownDigests(app.page));
});

test('Firefox gives the promised bits', async ({ baseURL }) => {
  const executablePath = findFirefox();
  test.skip(executablePath === undefined, `skipped: ${NO_FIREFOX}`);
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: executablePath ?? '' });
  try {
    const page = await browser.newPage();
    await page.goto(`${baseURL ?? ''}benchmark.html`);
    expect(await page.evaluate(() => navigator.userAgent)).toContain('Firefox');
    expectPromised(await shownDigests(page));
  } finally {
    await browser.close();
  }
});

test('the speed of every kernel is measured, in rounds, and can be measured again', async ({ app }) => {
  const { page } = app;
  await app.open('./benchmark.html');
  const status = page.getByRole('status');
  const cells = page.getByRole('table', { name: 'Speed' }).getByRole('cell');
  await expect(status).toHaveText('Measured in 9 rounds.', { timeout: 60_000 });
  await expect(cells.first()).toHaveText(/^\d+\.\d$/);
  await page.getByRole('button', { name: 'Measure again' }).click();
  await expect(status).toHaveText(/ …$/);
});
