import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { readWorkbook } from '../io/xlsx/readWorkbook';
import { writePlanFile } from '../../src/io/planFile';
import { makeFullPlan } from '../support/makeFullPlan';
import { expect, test } from './support/app';
import type { Planner } from './support/planner';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function faults({ page }: Planner): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const { violations }: AxeResults = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

test('the brief of a plan with everything in it is one page, of A4 and of Letter', async ({ others }) => {
  // The policy keeps out scripts that are not the app's, axe too.
  const planner = await others.freshProfile('./', { bypassCSP: true, colorScheme: 'dark' });
  const { page } = planner;
  await planner.allTrialsRun();
  const full = { ...makeFullPlan(), name: 'Everything', run: { seed: 11, trials: 1000 } };
  await planner.dropFiles([{ name: 'full.json', text: writePlanFile(full) }]);
  await expect(planner.planName()).toHaveValue('Everything');
  await planner.allTrialsRun();
  await planner.goTo('Share');
  await page.getByRole('button', { name: 'Open the brief' }).click();
  const sheet = page.getByRole('article', { name: 'Brief of Everything' });
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeEnabled();
  await expect(sheet).toContainText('From full capacity to expected bookings');
  await expect(sheet).toContainText('1,000 trials, seed 11');
  expect(await sheet.evaluate((page) => page.scrollHeight - page.clientHeight)).toBeLessThanOrEqual(0);
  expect(await faults(planner)).toEqual([]);
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
});

test('the year nearest to the median is read, and the trial after it', async ({ app, planner }) => {
  const { page } = planner;
  await app.open();
  await planner.allTrialsRun();
  await page.getByRole('button', { name: /^P50, / }).click();
  const dialog = page.getByRole('dialog', { name: 'A year like this: FY27' });
  const told = dialog.getByText(/^Trial [\d,]+ of 10,000, seed 1\.$/);
  await expect(told).toBeVisible();
  const before = await told.innerText();
  await page.keyboard.press('ArrowRight');
  await expect(told).not.toHaveText(before);
  await expect(dialog.getByRole('row', { name: /^Dec 2027/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the workbook and every trial are saved, with the run’s figures', async ({ app, planner }) => {
  const { page } = planner;
  await app.open();
  await planner.allTrialsRun();
  await planner.goTo('Share');
  const [book] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the workbook (XLSX)' }).click(),
  ]);
  expect(book.suggestedFilename()).toMatch(/\.xlsx$/);
  const sheets = readWorkbook(new Uint8Array(await readFile(await book.path())));
  expect(sheets.map(({ name }) => name)).toContain('Seats');
  const summary = sheets.find(({ name }) => name === 'Summary');
  const trials = await planner.downloadShared('By trial');
  const [heading = '', ...lines] = trials.text.trim().split('\n');
  expect(lines).toHaveLength(10_000);
  const year = heading.split(',').indexOf('bookings FY2027');
  const mean = lines.reduce((sum, line) => sum + Number(line.split(',')[year]), 0) / lines.length;
  const facts = [...(summary?.cells ?? [])];
  const [address = ''] = facts.find(([, { value }]) => value === 'Expected bookings') ?? [];
  expect(summary?.cells.get(address.replace('A', 'B'))?.value).toBe(mean);
});
