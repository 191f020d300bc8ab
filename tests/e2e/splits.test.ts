import { expect, test } from './support/app';

/** Accounts on a grid across the States, more of them in the east, owned by eight people in strips of very different size. */
function accountsTable(): string {
  const rows = ['Account ID,Account,Latitude,Longitude,Owner,Potential'];
  for (let index = 0; index < 160; index++) {
    const across = (index % 16) / 16;
    const lon = -120 + 44 * across + (index % 7) * 0.3;
    const lat = 31 + Math.floor(index / 16) * 1.6 + (index % 5) * 0.2;
    const owner = Math.floor(8 * across * across);
    const potential = 40_000 + ((index * 7919) % 97) * 1000;
    rows.push(
      `A-${index},Customer ${index},${lat.toFixed(3)},${lon.toFixed(3)},Owner ${owner + 1},${potential}`,
    );
  }
  return rows.join('\n');
}

test('accounts are split into eight territories, painted, healed, judged by their outcome, and go out and in', async ({
  app,
  planner,
}) => {
  const { page } = app;
  await app.open();
  await planner.goTo('Territories');
  await page.getByRole('tab', { name: 'Map' }).click();
  await expect(page.getByRole('heading', { name: 'No accounts yet' })).toBeVisible();
  const picked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import accounts' }).click();
  await (
    await picked
  ).setFiles({
    name: 'accounts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(accountsTable()),
  });
  const map = page.getByRole('application', { name: 'Map of 160 accounts by territory' });
  await expect(map).toBeVisible();
  const split = page.getByRole('combobox', { name: 'Split', exact: true });
  await expect(split).toHaveText(/As in accounts\.csv/);

  // Eight territories, far more even than the owners' were.
  const territories = page.getByRole('textbox', { name: 'Territories', exact: true });
  await territories.fill('8');
  await territories.press('Enter');
  await page.getByRole('button', { name: 'Design 8 territories' }).click();
  await expect(page.getByText('4 of 4 tried')).toBeVisible();
  await expect(page.getByText('Within the tolerance, in one piece each, nothing left out.')).toBeVisible();
  // What was asked for is seen from where it was asked, and focus is where it was.
  await expect(map).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByRole('button', { name: 'Design 8 territories' })).toBeFocused();
  const chosen = () => split.locator('option:checked').innerText();
  expect(await chosen()).toBe('Designed for 8');
  const legend = page.getByRole('region', { name: 'Territories of this split' });
  await expect(legend.getByRole('row')).toHaveCount(10);
  await expect(legend.getByRole('row', { name: /^In all/ })).toContainText('160');

  // Renamed where it is listed, by keyboard, and taken back.
  const renamed = legend.getByRole('button', { name: 'Lakes', exact: true });
  await legend.getByRole('button').first().press('F2');
  await page.keyboard.type('Lakes');
  await page.keyboard.press('Enter');
  await expect(renamed).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(renamed).toBeHidden();

  // Paint over neighbours with one stroke: one step of undo.
  const counts = () => legend.getByRole('row').nth(1).getByRole('cell').nth(2).innerText();
  const before = Number(await counts());
  await legend.getByRole('button').first().click();
  await page.getByRole('button', { name: 'Paint', exact: true }).click();
  await map.scrollIntoViewIfNeeded();
  const box = (await map.boundingBox())!;
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.2, 0.45));
  await page.mouse.down();
  for (const row of [0.5, 0.56, 0.62])
    await page.mouse.move(...at(row === 0.56 ? 0.2 : 0.5, row), { steps: 8 });
  await page.mouse.up();
  const painted = Number(await counts()) - before;
  expect(painted).toBeGreaterThanOrEqual(10);
  await expect(page.getByRole('button', { name: /^Largest deviation, / })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(legend.getByRole('row').nth(1).getByRole('cell').nth(2)).toHaveText(String(before));
  await page.keyboard.press('Control+Shift+z');

  // Healed, loads are even again; what was painted stays, so that it may lie apart.
  await page.getByRole('button', { name: 'Heal' }).click();
  await expect(page.getByRole('button', { name: /^Largest deviation, / })).toBeHidden();
  expect(Number(await counts())).toBeGreaterThanOrEqual(10);

  // What each would book, by the same chance.
  await page.getByRole('tab', { name: 'Splits compared' }).click();
  await page.getByRole('button', { name: 'Simulate the outcomes' }).click();
  const splits = page.getByRole('region', { name: 'Splits' });
  await expect(splits.getByRole('row', { name: /^Expected bookings/ })).toContainText(/\$.* to \$/);
  await expect(splits.getByRole('row', { name: /^Spread by rep/ })).toContainText(/reps/);

  // What moving more or less would bring: a picture whose points are splits, none of them the plan's until it is opened.
  await page.getByRole('combobox', { name: 'Varied' }).selectOption('Tolerance');
  await page.getByRole('button', { name: 'Explore the trade-off' }).click();
  const points = page.getByRole('group', { name: 'Splits to open' });
  const made = points.getByRole('button', { name: /^Open Fewest moves within / }).first();
  await expect(made).toBeVisible();
  await expect(page.getByRole('button', { name: 'Explore the trade-off' })).toBeVisible();
  await expect(splits.getByRole('columnheader')).toHaveCount(2);
  await made.press('Enter');
  await expect(split.locator('option:checked')).toHaveText(/^Fewest moves within .*, from Designed for 8$/);
  await expect(splits.getByRole('columnheader')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(splits.getByRole('columnheader')).toHaveCount(2);
  await split.selectOption('Designed for 8');

  await page.getByRole('button', { name: 'More for Designed for 8' }).click();
  await page.getByRole('menuitem', { name: 'Apply this split' }).click();
  await expect(splits.getByRole('columnheader', { name: /^Designed for 8/ })).toContainText('in force');

  // Who loses and who gains, with sums, and what the CRM is to load.
  await page.getByRole('tab', { name: 'What moves' }).click();
  const sums = page.getByRole('region', { name: 'Who loses and who gains' });
  await expect(sums.getByRole('row', { name: /^Owner 1/ })).toContainText(/accounts? of 1 owner/);
  const moves = await planner.download(() =>
    page.getByRole('button', { name: 'Save the moves for the CRM' }).click(),
  );
  expect(moves.text).toMatch(/,Owner \d,.*,yes,"?Moved from Owner \d to /);
  expect(moves.text).not.toMatch(/,no,/);

  // Out to the CRM and in again: the same assignment.
  await page.getByRole('tab', { name: 'Accounts' }).click();
  const file = await planner.download(() =>
    page.getByRole('button', { name: 'Export the assignment' }).click(),
  );
  expect(file.text.split('\n')[0]).toBe(
    'Account ID,Account,Old territory,Old owner,New territory,New owner,Moved,Reason',
  );
  expect(file.text).toMatch(/Moved from Owner \d to /);
  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import an assignment' }).click();
  await (await again).setFiles({ name: 'back.csv', mimeType: 'text/csv', buffer: Buffer.from(file.text) });
  await expect(split.locator('option:checked')).toHaveText('As in back.csv');
  await page.getByRole('combobox', { name: 'Held against' }).selectOption('Designed for 8');
  await page.getByRole('tab', { name: 'What moves' }).click();
  await expect(page.getByText(/^0 accounts of 160 would change\s/)).toBeVisible();
});
