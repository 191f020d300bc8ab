import { expect, test } from './support/app';

const ROWS = [
  'Name\tRole\tManager\tStart\tQuota',
  'Ines Vale\tAccount executive\tNoor Haas\t2027-03-01\t900000',
  'Omar Lind\tAccount executive\tNoor Haas\tsome day\t900000',
  'Pia Rossi\tAccount executive\tNoor Haas\t2027-05-01\t850000',
].join('\n');

test('rows pasted from a spreadsheet become seats, and a row with a fault stays for mending', async ({
  app,
  planner,
}) => {
  await app.open();
  await planner.goTo('Team');
  await app.page.getByRole('button', { name: 'Add to the team' }).click();
  await app.page.getByRole('menuitem', { name: 'Paste rows from a spreadsheet' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Paste rows' });
  const rows = dialog.getByRole('textbox', { name: 'Rows copied from a spreadsheet' });
  await rows.fill(ROWS);
  await expect(dialog).toContainText('2 seats will be added');
  await expect(dialog).toContainText('1 row stays in the text for mending.');
  await expect(dialog).toContainText('some day');
  await dialog.getByRole('button', { name: 'Add 2 seats' }).click();
  await expect(rows).toHaveValue(/Omar Lind/);
  await expect(rows).not.toHaveValue(/Ines Vale|Pia Rossi/);

  await rows.fill((await rows.inputValue()).replace('some day', '2027-04-01'));
  await dialog.getByRole('button', { name: 'Add 1 seat' }).click();
  await expect(dialog).toBeHidden();
  for (const name of ['Ines Vale', 'Omar Lind', 'Pia Rossi'])
    await expect(app.page.getByRole('rowheader', { name })).toBeVisible();
  await planner.undo();
  await expect(app.page.getByRole('rowheader', { name: 'Omar Lind' })).toHaveCount(0);
  await expect(app.page.getByRole('rowheader', { name: 'Pia Rossi' })).toBeVisible();
});

test('a hire dragged along the months starts later, in one step of undo', async ({ app, planner }) => {
  await app.open();
  await planner.allTrialsRun();
  await planner.goTo('Team');
  await planner.openTab('Hiring timeline');
  const bar = planner.startOf('Opening 1');
  const before = await bar.getAttribute('aria-valuetext');
  const box = await bar.boundingBox();
  if (!box) throw new Error('the hire has no bar');
  const middle = box.y + box.height / 2;
  await app.page.mouse.move(box.x + 4, middle);
  await app.page.mouse.down();
  for (const x of [20, 60, 120, 180]) await app.page.mouse.move(box.x + 4 + x, middle);
  await app.page.mouse.up();
  await expect(bar).not.toHaveAttribute('aria-valuetext', before ?? '');
  await expect(bar).toHaveAttribute('aria-valuetext', /^Starts \w+ 2027/);
  await planner.undo();
  await expect(bar).toHaveAttribute('aria-valuetext', before ?? '');
  await expect(app.page.getByRole('button', { name: 'Undo' }).first()).toBeDisabled();
});

test('a hire moved by an arrow key moves by months, and as long as the key is held it is one step of undo', async ({
  app,
  planner,
}) => {
  await app.open();
  await planner.goTo('Team');
  await planner.openTab('Hiring timeline');
  const bar = planner.startOf('Opening 1');
  const months = async () => Number(await bar.getAttribute('aria-valuenow'));
  const before = await months();
  await bar.focus();
  for (let held = 0; held < 3; held += 1) await app.page.keyboard.down('ArrowRight');
  await app.page.keyboard.up('ArrowRight');
  expect(await months()).toBe(before + 3);
  await bar.press('ArrowLeft');
  expect(await months()).toBe(before + 2);
  await expect(bar).toBeFocused();
  await app.page.keyboard.press('Control+z');
  expect(await months()).toBe(before + 3);
  await app.page.keyboard.press('Control+z');
  expect(await months()).toBe(before);
});

test('a longer ramp changes the answer, and undo gives it back exactly', async ({ app, planner }) => {
  await app.open();
  const before = await planner.figures();
  await planner.goTo('Team');
  await planner.openTab('Roles');
  const ramp = app.page.getByRole('textbox', { name: 'All months, in percent' });
  await ramp.fill('0, 0, 10, 20, 30, 40, 50, 60, 70, 80');
  await ramp.press('Enter');
  await expect(app.page.getByRole('textbox', { name: 'Month 10' })).toHaveValue('80 %');
  await planner.goTo('Outlook');
  expect(await planner.figures()).not.toEqual(before);
  await planner.undo();
  expect(await planner.figures()).toEqual(before);
});

test('a ramp that cannot be read stays in its field with a reason', async ({ app, planner }) => {
  await app.open();
  await planner.goTo('Team');
  await planner.openTab('Roles');
  const ramp = app.page.getByRole('textbox', { name: 'All months, in percent' });
  await ramp.fill('0, half, 100');
  await ramp.press('Enter');
  await expect(ramp).toHaveAttribute('aria-invalid', 'true');
  await expect(ramp).toHaveValue('0, half, 100');
  await expect(app.page.getByRole('tabpanel')).toContainText('half');
});

test('a lever changes the answer while it is dragged, and its reset gives it back exactly', async ({
  app,
  planner,
}) => {
  await app.open();
  const before = await planner.figures();
  const lever = planner.lever('Productivity');
  const box = await lever.boundingBox();
  if (!box) throw new Error('the lever has no track');
  const [middle, height] = [box.x + box.width / 2, box.y + box.height / 2];
  await app.page.mouse.move(middle, height);
  await app.page.mouse.down();
  for (const x of [10, 20, 30]) await app.page.mouse.move(middle + x, height);
  const levers = app.page.getByRole('complementary', { name: 'Levers' });
  await expect(levers.getByText(/ → .*points?\)$/)).toBeVisible();
  const dragged = await planner.figures();
  expect(dragged).not.toEqual(before);
  await app.page.mouse.up();
  expect(await planner.figures()).toEqual(dragged);

  await levers.getByRole('button', { name: 'Reset productivity' }).click();
  expect(await planner.figures()).toEqual(before);
  await planner.undo();
  expect(await planner.figures(), 'the drag was one step').toEqual(dragged);
  await planner.undo();
  expect(await planner.figures()).toEqual(before);
});

test('every lever moves the answer, and all are reset at once', async ({ app, planner }) => {
  await app.open();
  const before = await planner.figures();
  const names = [
    'Productivity',
    'Deal size',
    'Attrition',
    'Ramp time',
    'Time to fill',
    'Hiring delay',
    'Target',
    'Market swings',
  ];
  let last = before;
  for (const name of names) {
    await planner.nudge(name, 'PageUp');
    const next = await planner.figures();
    expect(next, name).not.toEqual(last);
    last = next;
  }
  await app.page.getByRole('button', { name: 'Reset all' }).click();
  expect(await planner.figures()).toEqual(before);
});
