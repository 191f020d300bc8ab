import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
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
