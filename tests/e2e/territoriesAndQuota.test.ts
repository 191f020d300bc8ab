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

/** The chance of the main target at the head of the levers, once every trial has been run. */
async function chance(planner: Planner): Promise<number> {
  await planner.allTrialsRun();
  const words = await planner.page
    .getByRole('complementary', { name: 'Levers' })
    .locator('header strong')
    .innerText();
  return Number.parseFloat(words);
}

async function type(planner: Planner, field: string, text: string): Promise<void> {
  const box = planner.page.getByRole('main').getByRole('textbox', { name: field, exact: true });
  await box.fill(text);
  await box.press('Enter');
  await expect(box).not.toHaveAttribute('aria-invalid', 'true');
}

/** Adds a territory with its figures and all seats that the words find. */
async function addTerritory(planner: Planner, name: string, potential: string, seats: RegExp): Promise<void> {
  const { page } = planner;
  await page.getByRole('button', { name: 'Add a territory' }).click();
  const dialog = page.getByRole('dialog');
  for (const [field, text] of [
    ['Name', name],
    ['Potential a year', potential],
    ['Workload', '7200'],
  ] as const) {
    const box = dialog.getByRole('textbox', { name: field, exact: true });
    await box.fill(text);
    await box.press('Enter');
  }
  const choices = dialog.getByRole('checkbox', { name: seats });
  const count = await choices.count();
  expect(count).toBeGreaterThan(3);
  const names = await choices.evaluateAll((boxes) =>
    boxes.map((box) => box.closest('label')?.querySelector('.name')?.textContent ?? ''),
  );
  for (const seat of names) await dialog.getByRole('checkbox', { name: seat }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('rowheader').filter({ has: page.getByLabel(`Name of ${name}`) })).toBeVisible();
}

async function undoAll(planner: Planner): Promise<number> {
  const undo = planner.page.getByRole('banner').getByRole('button', { name: 'Undo' });
  let steps = 0;
  while (await undo.isEnabled()) {
    await undo.click();
    steps++;
    if (steps > 60) throw new Error('undo has no end');
  }
  return steps;
}

test('territories, curvature, quotas handed down, a risk and a budget change the answer and are undone', async ({
  app,
  planner,
}) => {
  test.setTimeout(180_000);
  const { page } = app;
  await app.open();
  const before = await planner.figures();
  const first = await chance(planner);

  await planner.goTo('Territories');
  await addTerritory(planner, 'North', '$2.5M', /^(?!Opening)/);
  await addTerritory(planner, 'South', '$2.0M', /^Opening/);
  await expect(page.getByRole('main')).toContainText('2 territories with a potential of $4.5M a year');
  const split = await chance(planner);
  expect(split).not.toBe(first);

  await type(planner, 'Curvature', '3');
  expect(await chance(planner)).not.toBe(split);
  await expect(page.getByRole('main')).toContainText('of the potential, twice the hours');

  await planner.goTo('Quota');
  await page.getByRole('combobox', { name: 'Where quotas come from' }).selectOption('topDown');
  await type(planner, 'Over-assignment of the regions, against the target', '1.1');
  await type(planner, 'Over-assignment of the managers, against the regions', '1.05');
  await type(planner, 'Over-assignment of the seats, against the managers', '1.0');
  await expect(page.getByRole('main')).toContainText(': 1.155 times the target.');
  await planner.allTrialsRun();
  await expect(page.getByRole('region', { name: 'Quotas by seat' }).getByRole('row').nth(2)).toContainText(
    '%',
  );

  await planner.goTo('Outlook');
  const safe = await chance(planner);
  await page.getByRole('tab', { name: 'Risks' }).click();
  await expect(page).toHaveURL(/#outlook\/risks$/);
  await page.getByRole('button', { name: 'Add an event' }).click();
  await type(planner, 'Chance', '60');
  await type(planner, 'Win rate', '-30');
  await expect(page.getByRole('main')).toContainText(/win rate −30\s%, for 6 months/);
  expect(await chance(planner)).toBeLessThan(safe);

  await page.getByRole('tab', { name: 'Money' }).click();
  await type(planner, 'Budget of FY27', '$9M');
  await expect(page.getByRole('main')).toContainText(/[\d.]+\s% chance/);

  expect(await undoAll(planner)).toBeGreaterThan(20);
  await page.getByRole('tab', { name: 'Forecast' }).click();
  expect(await planner.figures()).toEqual(before);
});

test('a figure that the plan refuses stays in its field with the reason', async ({ app, planner }) => {
  const { page } = app;
  await app.open();
  await planner.goTo('Territories');
  await page.getByRole('button', { name: 'Make one of each team' }).click();
  const box = page.getByRole('textbox', { name: /^Potential of/ });
  await box.fill('900bn');
  await box.press('Enter');
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expect(box).toHaveValue('900bn');
  await expect(page.getByRole('alert').first()).toContainText('10,000 deals of mean size');
});

test('territories pasted from a spreadsheet are taken over, and a row with a fault stays', async ({
  app,
  planner,
}) => {
  const { page } = app;
  await app.open();
  await planner.goTo('Territories');
  await page.getByRole('button', { name: 'Paste from a spreadsheet' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste territories' });
  const rows = dialog.getByRole('textbox', { name: 'Rows copied from a spreadsheet' });
  await rows.fill('Territory\tRegion\tPotential\tHours\nEast\tEurope\t$3M\t2400\nWest\tEurope\tmuch\t2400');
  await expect(dialog).toContainText('1 row stays in the text for mending.');
  await dialog.getByRole('button', { name: 'Take over 1 territory' }).click();
  await expect(rows).toHaveValue(/West/);
  await expect(rows).not.toHaveValue(/East/);
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Name of East')).toBeVisible();
  await planner.undo();
  await expect(page.getByRole('heading', { name: 'No territories yet' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    test(`axe finds no fault with territories, quotas, risks, money and open pipeline, ${colorScheme}, ${width} pixels wide`, async ({
      others,
    }) => {
      const planner = await others.freshProfile('./', {
        bypassCSP: true,
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width, height: 800 },
      });
      const { page } = planner;
      await planner.allTrialsRun();
      const found: Record<string, string[]> = {};
      const look = async (place: string) => {
        const list = await faults(planner);
        if (list.length > 0) found[place] = list;
      };
      await planner.goTo('Territories');
      await look('No territories');
      await page.getByRole('button', { name: 'Make one of each team' }).click();
      await planner.allTrialsRun();
      await look('Territories');
      await page.getByRole('button', { name: /^Seats of/ }).click();
      await look('Territory');
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: 'Map', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
      await look('No accounts');
      await page.getByRole('button', { name: 'Try with sample accounts' }).click();
      await expect(page.getByRole('application')).toBeVisible();
      await look('Map');
      await page.getByRole('tab', { name: 'Accounts' }).click();
      await page
        .getByRole('checkbox', { name: /^Select / })
        .first()
        .check();
      await look('Accounts');
      await page.getByRole('tab', { name: 'Splits compared' }).click();
      await look('Splits compared');
      await planner.goTo('Quota');
      await page.getByRole('combobox', { name: 'Where quotas come from' }).selectOption('topDown');
      await planner.allTrialsRun();
      await look('Quota');
      await planner.goTo('Outlook');
      await page.getByRole('tab', { name: 'Risks' }).click();
      await look('No risks');
      await page.getByRole('button', { name: 'Show me one' }).click();
      await planner.allTrialsRun();
      await look('Risks');
      await page.getByRole('tab', { name: 'Money' }).click();
      await look('Money');
      await planner.goTo('Data');
      await page.getByRole('tab', { name: 'Open pipeline' }).click();
      await look('Open pipeline');
      expect(found).toEqual({});
    });
