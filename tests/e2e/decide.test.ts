import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, test } from './support/app';
import type { Planner } from './support/planner';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds wrong with the page as it stands. */
async function faults({ page }: Planner): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const { violations }: AxeResults = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

test('hires that make the target safe are found by keyboard, opened as a branch, and show the same chance', async ({
  others,
}) => {
  const planner = await others.freshProfile('./', { bypassCSP: true });
  const { page } = planner;
  await planner.allTrialsRun();
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { level: 1, name: 'Decide' })).toBeFocused();
  await page.getByRole('button', { name: 'Find the hires' }).focus();
  await page.keyboard.press('Enter');
  const answer = page.getByRole('heading', { level: 2, name: /new people make .* 80\s%\s?safe/ });
  await expect(answer).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Find again' })).toBeEnabled({ timeout: 30_000 });
  expect(await faults(planner)).toEqual([]);
  const words = await page
    .getByRole('main')
    .getByText(/^The chance is/)
    .innerText();
  const chance = /\d+/.exec(words)?.[0] ?? '';
  await page.getByRole('button', { name: 'Open as a branch' }).focus();
  await page.keyboard.press('Enter');
  await expect(planner.planName()).toHaveValue(/new people/);
  expect(await planner.answer()).toContain(`${chance} % chance`);
});

test('the tornado orders the levers, and a bar leads to where it is edited', async ({ others }) => {
  const planner = await others.freshProfile('./#decide/matters', {
    bypassCSP: true,
    colorScheme: 'dark',
  });
  const { page } = planner;
  await page.getByRole('button', { name: 'Run the tornado' }).click();
  await page.getByRole('button', { name: 'Split the spread' }).click();
  const levers = page.getByRole('complementary', { name: 'Levers' });
  await expect(levers).toContainText('In the order of the tornado', { timeout: 30_000 });
  await expect(page.getByRole('figure', { name: 'Shares of the spread of FY27' })).toContainText(
    'By themselves the sources make',
  );
  expect(await faults(planner)).toEqual([]);
  await page.getByRole('button', { name: /^Attrition: .* Edited in Team/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible();
});
