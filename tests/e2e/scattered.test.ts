import { expect, test } from './support/app';

/** 360 accounts of six owners, each all over the States; what the first two own has grown. */
function scatteredTable(): string {
  let state = 7;
  const draw = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const rows = ['Account ID,Account,Latitude,Longitude,Owner,Potential'];
  for (let index = 0; index < 360; index++) {
    const [lat, lon] = [31 + 16 * draw(), -120 + 44 * draw()];
    const owner = index % 6;
    const potential = Math.round(10_000 * (1 + 9 * draw()) * (owner < 2 ? 1.3 : 1));
    rows.push(
      `A-${index},Customer ${index},${lat.toFixed(3)},${lon.toFixed(3)},Owner ${owner + 1},${potential}`,
    );
  }
  return rows.join('\n');
}

test('a scattered book that is kept moves what the tolerance needs, and its pieces are no fault unless they are said to be', async ({
  app,
  planner,
}) => {
  const { page } = app;
  await app.open();
  await planner.goTo('Territories');
  await page.getByRole('tab', { name: 'Map' }).click();
  const picked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import accounts' }).click();
  const buffer = Buffer.from(scatteredTable());
  await (await picked).setFiles({ name: 'book.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText(/^In one piece each, as this design is drawn afresh\./)).toBeVisible();

  // Kept, it says that the book is scattered, and what must move wherever it goes.
  const slider = page.getByRole('slider', { name: 'Keep the current split' });
  await slider.press('End');
  await expect(
    page.getByText(/^May lie in pieces: the 6 territories on the map lie in \d+ pieces/),
  ).toBeVisible();
  const least = page.getByText(/^To come within 5\s%, /);
  await expect(least).toContainText('wherever it may go.');
  const share = (text: string) => Number(/([\d.]+)\s% of potential/.exec(text)?.[1]);
  const bound = share(await least.innerText());
  await page.getByRole('button', { name: 'Design 6 territories' }).click();
  const fine = page.getByText('Within the tolerance, nothing left out.');
  await expect(fine).toBeVisible();
  await expect(page.getByText('May lie in pieces, as the split on the map was made.')).toBeVisible();
  await page.getByRole('tab', { name: 'What moves' }).click();
  const told = page.getByText(/accounts of 360\s+would\s+change/);
  expect(share(await told.innerText())).toBeLessThanOrEqual(1.1 * bound + 1);

  // Said to be in one piece, the same split has something to heal.
  await page.getByRole('tab', { name: 'Design', exact: true }).click();
  const choice = page.getByRole('combobox', { name: 'Each territory' });
  await choice.selectOption('In one piece');
  await expect(page.getByRole('button', { name: '6 territories in pieces' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Heal' })).toBeVisible();
  await choice.selectOption('May lie in pieces');
  await expect(fine).toBeVisible();
});
