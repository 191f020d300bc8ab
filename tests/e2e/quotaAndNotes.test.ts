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

test('a director finds the seats least likely to make quota and why attainment differs, by keyboard', async ({
  others,
}) => {
  // The policy keeps out scripts that are not the app's, axe too.
  const planner = await others.freshProfile('./', { bypassCSP: true, reducedMotion: 'reduce' });
  const { page } = planner;
  await planner.goTo('Quota');
  await planner.allTrialsRun();
  await page.getByRole('button', { name: 'Least likely first' }).press('Enter');
  const table = page.getByRole('region', { name: 'Quotas by seat' });
  await expect(table.getByRole('columnheader', { name: 'At quota' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  const chances = (await table.locator('td.chance .share').allInnerTexts()).map(Number.parseFloat);
  expect(chances).toHaveLength(12);
  expect(chances).toEqual([...chances].sort((a, b) => a - b));
  await page.getByRole('searchbox', { name: 'Filter seats by name, role or manager' }).fill('opening');
  await expect(table.getByRole('row')).toHaveCount(1 + 5);

  await page.getByRole('button', { name: 'Split the spread' }).press('Enter');
  const why = page.getByRole('figure', { name: /^Why attainment differs/ });
  await expect(why).toContainText('The parts add up to the whole');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await faults(planner)).toEqual([]);
  }
  await page.getByRole('button', { name: /^Why attainment differs.*table and files/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'Show as a table' }).press('Enter');
  const variances = await why.locator('tbody tr td:nth-of-type(3)').allInnerTexts();
  const [total = 0, ...parts] = variances.map(Number).reverse();
  // Each is written with four decimals.
  expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - total)).toBeLessThan(0.0003);
});

test('why a figure is what it is is said beside it, listed in Share, and taken back by undo', async ({
  app,
  planner,
}) => {
  await app.open();
  const { page } = planner;
  await planner.goTo('Team');
  await planner.openTab('Roles');
  await page.getByRole('button', { name: 'Add a note on annual quota' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Note on annual quota/ });
  await dialog.getByRole('textbox', { name: 'What there is to say' }).fill('Agreed with the board');
  await dialog.getByRole('textbox', { name: 'Owner' }).fill('Ines');
  await dialog.getByRole('textbox', { name: 'Owner' }).press('Enter');
  await dialog.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(
    page.getByRole('button', { name: /^Note on annual quota: Agreed with the board/ }),
  ).toBeFocused();
  await page.getByRole('button', { name: /^Published figures/ }).click();
  await page.getByRole('button', { name: 'Apply Rule of thumb to quota ÷ on-target earnings' }).click();
  await page.getByRole('button', { name: 'Add a note on hiring delay' }).press('Enter');
  const lever = page.getByRole('dialog', { name: /^Note on hiring delay/ });
  await lever.getByRole('textbox', { name: 'Source' }).fill('Last year’s requisitions');
  await lever.getByRole('button', { name: 'Done' }).press('Enter');
  await planner.goTo('Share');
  const notes = page.getByRole('region', { name: 'Notes on assumptions' }).getByRole('table');
  await expect(notes.getByRole('row', { name: /^Levers: start delay/ })).toContainText('requisitions');
  await planner.undo();
  await expect(notes).toContainText('From the preset “Rule of thumb”');
  await expect(notes).toContainText('Ines');
  await planner.undo();
  await expect(notes).toContainText('Agreed with the board');
  await planner.undo();
  await expect(notes).toBeHidden();
});

test('quotas are chosen, filled down and taken back together', async ({ app, planner }) => {
  await app.open();
  const { page } = planner;
  await planner.goTo('Team');
  const grid = page.getByRole('grid', { name: 'Seats by manager' });
  // The manager’s own row comes first.
  const quota = (row: number) =>
    grid
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: /^Edit / }) })
      .nth(row + 1)
      .getByRole('gridcell')
      .nth(3);
  await quota(0).click();
  await page.keyboard.type('650k');
  await page.keyboard.press('Enter');
  await expect(quota(0)).toHaveText('$650,000');
  await quota(0).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 seats chosen')).toBeVisible();
  await page.keyboard.press('Control+d');
  await expect(quota(2)).toHaveText('$650,000');
  await expect(quota(3)).not.toHaveText('$650,000');
  await planner.undo();
  await expect(quota(2)).not.toHaveText('$650,000');
});
