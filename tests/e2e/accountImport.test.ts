import { expect, test } from './support/app';

/** Accounts whose regions stand in a column that no importer knows, some without a place that can be found. */
const ACCOUNTS = [
  'Account ID,Account Name,Billing Zip/Postal Code,Bezirk,Account Owner,Annual Revenue,Calls',
  ...Array.from({ length: 24 }, (_, index) => {
    const zip = ['2138', '10001', '60601', '94105'][index % 4] ?? '';
    return `A-${index},Customer ${index},${zip},${index % 2 ? 'East' : 'West'},Owner ${index % 3},"$${(index + 1) * 1000}",${index === 3 ? '' : index}`;
  }),
  'A-90,Elsewhere,K1A 0B1,East,Owner 1,5000,4',
].join('\n');

const DEALS = [
  'Account Name,Opportunity Owner,Stage,Close Date,Amount',
  ...Array.from({ length: 40 }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    return `Customer ${index},Ann Lee,${index % 2 ? 'Closed Won' : 'Closed Lost'},2025-${month}-15,${5000 + index}`;
  }),
].join('\n');

test('accounts dropped on Data go to Territories; columns, places and measures are put right there', async ({
  app,
  planner,
}) => {
  const { page } = app;
  await app.open();
  await planner.goTo('Data');
  await planner.dropFiles([{ name: 'accounts.csv', text: ACCOUNTS }]);
  await expect(
    page.getByRole('alert').filter({ hasText: /got one of accounts, which belongs in Territories/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Read accounts.csv as accounts in Territories' }).click();
  await expect(page).toHaveURL(/#territories\/map$/);
  const split = page.getByRole('combobox', { name: 'Split', exact: true });
  await expect(split.locator('option:checked')).toHaveText('As in accounts.csv');
  const legend = page.getByRole('region', { name: 'Territories of this split' });
  await expect(legend.getByText('Owner 0')).toBeVisible();

  // By hand: the column of regions is the territory, and the owners' territories are gone again.
  await page.getByRole('tab', { name: 'Accounts' }).click();
  await page.getByRole('button', { name: /^What its columns are/ }).click();
  const bezirk = page.getByRole('combobox', { name: 'Read Bezirk as' });
  await bezirk.selectOption('Account name');
  await expect(
    page.getByRole('alert').filter({ hasText: /One column at most must hold the names/ }),
  ).toBeVisible();
  await bezirk.selectOption('Territory');
  await expect(legend.getByText('West')).toBeVisible();
  await expect(legend.getByText('Owner 0')).toHaveCount(0);

  // The one without a place says why, and is placed.
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Without a place (1)');
  await expect(
    page.getByText('Only postcodes of the United States can be placed, got “K1A 0B1” of Canada.'),
  ).toBeVisible();
  const place = page.getByRole('textbox', { name: 'Place of Elsewhere' });
  await place.fill('nowhere');
  await place.press('Enter');
  await expect(
    page.getByText(/^A place must be a US postcode or “latitude, longitude” in degrees/),
  ).toBeVisible();
  await place.fill('45.42, -75.70');
  await place.press('Enter');
  await expect(page.getByText('Every account has a place.')).toBeVisible();

  // A workload by a formula, with what is not known kept apart.
  await page.getByRole('button', { name: /^Measures/ }).click();
  await page.getByRole('button', { name: 'Derive a measure' }).click();
  const dialog = page.getByRole('dialog', { name: 'Derive a measure' });
  await dialog.getByRole('combobox', { name: 'Take' }).selectOption('Calls');
  await dialog.getByRole('textbox', { name: 'Times this number' }).fill('2');
  await dialog.getByRole('textbox', { name: 'Times this number' }).press('Enter');
  await expect(dialog.getByText('Calls × 2. 554 h over 24 accounts; 1 not known.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Derive it' }).click();
  await expect(page.getByRole('row', { name: /^Name of Workload/ })).toContainText('derived: Calls × 2');

  // A table of deals is not taken for accounts, and goes to Data.
  const picked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import accounts anew' }).click();
  await (await picked).setFiles({ name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(DEALS) });
  await expect(
    page.getByText(/^deals\.csv must be a table of accounts, one a row, got one of deals/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Read it in Data, as deals' }).click();
  await expect(
    page.getByRole('heading', { name: /^20 of 40 closed deals were won by 1 seller/ }),
  ).toBeVisible();
});
