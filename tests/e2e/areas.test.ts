import { readFile } from 'node:fs/promises';
import { expect, test } from './support/app';

const TABLE = [
  'State,Spend,Rep',
  'CA,900,Anna',
  'TX,700,Ben',
  'FL,500,Ben',
  '6,1,Anna',
  'Atlantis,3,Anna',
].join('\n');

test('states are split as they are, take a table’s figures, go out as outlines, and one undo brings the accounts back', async ({
  app,
  planner,
}) => {
  const { page } = app;
  await app.open();
  await planner.goTo('Territories');
  await page.getByRole('tab', { name: 'Map' }).click();
  await page.getByRole('button', { name: 'Try with sample accounts' }).click();
  await page.getByRole('tab', { name: 'Accounts' }).click();

  // Instead of 121 accounts, the 48 states that touch.
  await page.getByRole('button', { name: 'Use states, regions or countries…' }).click();
  const dialog = page.getByRole('dialog', { name: 'States, counties, regions or countries' });
  await dialog.getByRole('combobox', { name: 'Which' }).selectOption('Without Alaska and Hawaii');
  await expect(
    dialog.getByText(/^This takes the place of the plan’s \d+ accounts and 1 split\./),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Use these areas' }).click();
  await expect(dialog).toBeHidden();

  // Designed at once, by the ZIP codes in them, each territory in one piece.
  const territories = page.getByRole('textbox', { name: 'Territories', exact: true });
  await territories.fill('4');
  await territories.press('Enter');
  await page.getByRole('button', { name: 'Design 4 territories' }).click();
  await expect(page.getByText('4 of 4 tried')).toBeVisible();
  await expect(page.getByText('in one piece each, nothing left out', { exact: false })).toBeVisible();

  // A table brings figures and a split; what cannot be used is said.
  await page.getByRole('tab', { name: 'States' }).click();
  const picked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a table of areas' }).click();
  await (await picked).setFiles({ name: 'spend.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  const areas = page.getByRole('region', { name: 'Areas' });
  await expect(areas.getByRole('status')).toHaveText(
    'spend.csv: 3 states, 1 measure; 46 others of which it says nothing have no values, which is not zero.',
  );
  await expect(page.getByText(/findings? to look at: see States, by the map\.$/)).toBeVisible();
  await areas.getByRole('button', { name: /What to look at/ }).click();
  await expect(areas.getByText('got “Atlantis”', { exact: false })).toBeVisible();

  // Out as outlines.
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'as GeoJSON' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  const { features } = JSON.parse(text) as { features: { id: string; geometry: { type: string } }[] };
  expect(features).toHaveLength(49);
  expect(features.find(({ id }) => id === '48')?.geometry.type).toMatch(/Polygon$/);

  // The table, the design and the states: three edits, and the accounts are there again.
  for (let edit = 0; edit < 3; edit++) await page.keyboard.press('Control+z');
  await expect(page.getByRole('application', { name: /^Map of 12\d accounts by territory$/ })).toBeVisible();
});

test('the regions of a country are loaded when they are asked for, designed, and there with the network off', async ({
  app,
  planner,
}) => {
  const { page } = app;
  await app.open();
  await app.waitUntilKeptOffline();
  await planner.goTo('Territories');
  await page.getByRole('tab', { name: 'Map' }).click();
  await page.getByRole('button', { name: 'Try with sample accounts' }).click();
  await page.getByRole('tab', { name: 'Accounts' }).click();
  await page.getByRole('button', { name: 'Use states, regions or countries…' }).click();
  const dialog = page.getByRole('dialog', { name: 'States, counties, regions or countries' });
  await dialog.getByRole('combobox', { name: 'Areas' }).selectOption({ value: 'regions' });
  const use = dialog.getByRole('button', { name: 'Use these areas' });
  await expect(use).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'Country' }).fill('germany');
  await use.click();
  await expect(dialog).toBeHidden();

  const territories = page.getByRole('textbox', { name: 'Territories', exact: true });
  await territories.fill('4');
  await territories.press('Enter');
  await page.getByRole('button', { name: 'Design 4 territories' }).click();
  await expect(page.getByText('in one piece each, nothing left out', { exact: false })).toBeVisible();

  await planner.saved();
  await app.turnNetworkOff();
  await app.reload();
  await page.getByRole('tab', { name: 'Regions' }).click();
  await expect(page.getByRole('cell', { name: 'Bayern' }).first()).toBeVisible();
  // Designed again, which takes the file of the regions.
  await page.getByRole('tab', { name: 'Design' }).click();
  await page.getByRole('button', { name: /^Design \d+ territories$/ }).click();
  await expect(page.getByText('in one piece each, nothing left out', { exact: false })).toBeVisible();
});
