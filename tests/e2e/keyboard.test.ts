import { expect, test } from './support/app';

test('edits are undone and redone by keyboard, also from a field that was not changed', async ({
  app,
  planner,
}) => {
  await app.open();
  const before = await planner.figures();
  await planner.nudge('Productivity', 'PageUp');
  const after = await planner.figures();
  expect(after).not.toEqual(before);
  await app.page.keyboard.press('Control+z');
  expect(await planner.figures()).toEqual(before);
  await app.page.keyboard.press('Control+Shift+z');
  expect(await planner.figures()).toEqual(after);
  await planner.planName().focus();
  await app.page.keyboard.press('Control+z');
  expect(await planner.figures()).toEqual(before);
  await app.page.keyboard.press('Control+y');
  expect(await planner.figures()).toEqual(after);
});

test('keys typed into a field are its own', async ({ app, planner }) => {
  await app.open();
  await planner.saved();
  await planner.planName().fill('');
  await planner.planName().pressSequentially('glt? 1');
  await expect(app.page).toHaveURL(/#outlook$/);
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await app.page.keyboard.press('Escape');
  await expect(planner.planName()).toHaveValue('Series A start-up');
});

test('rooms are reached by keyboard, and reading goes on at their heading', async ({ app, planner }) => {
  await app.open();
  await planner.allTrialsRun();
  for (const [keys, room] of [
    [['g', 't'], 'Team'],
    [['g', 'd'], 'Data'],
    [['g', 's'], 'Share'],
    [['g', 'p'], 'Plans'],
    [['Alt+3'], 'Team'],
  ] as const) {
    for (const key of keys) await app.page.keyboard.press(key);
    const heading = app.page.getByRole('heading', { level: 1, name: room });
    await expect(heading).toBeFocused();
    await expect(planner.rooms().getByRole('button', { name: room })).toHaveAttribute('aria-current', 'page');
  }
});

test('the browser’s back and forward go through the rooms', async ({ app, planner }) => {
  await app.open();
  await planner.allTrialsRun();
  await planner.goTo('Team');
  await planner.goTo('Share');
  await app.page.goBack();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible();
  await app.page.goForward();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Share' })).toBeVisible();
});

test('the palette finds commands, plans and seats by name', async ({ app, planner }) => {
  await app.open();
  await planner.allTrialsRun();
  const palette = app.page.getByRole('dialog', { name: 'Commands' });
  const ask = async (words: string) => {
    await app.page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill(words);
  };
  await ask('share');
  await expect(palette.getByRole('option').first()).toContainText('Go to Share');
  await app.page.keyboard.press('Enter');
  await expect(app.page).toHaveURL(/#share$/);
  await expect(palette).toBeHidden();

  await ask('opening 2');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await app.page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  await ask('three-region');
  await app.page.keyboard.press('Enter');
  await expect(planner.planName()).toHaveValue('Three-region company');

  await ask('no such thing');
  await expect(palette).toContainText('Nothing is called that.');
});

test('the shortcuts of the room are listed by a question mark', async ({ app, planner }) => {
  await app.open();
  await planner.allTrialsRun();
  await app.page.keyboard.press('?');
  const list = app.page.getByRole('dialog', { name: 'Shortcuts' });
  await expect(list).toContainText('Redo');
  await app.page.keyboard.press('Escape');
  await expect(list).toBeHidden();
});

test('the levers are hidden and shown by one key', async ({ app, planner }) => {
  await app.open();
  await planner.allTrialsRun();
  const levers = app.page.getByRole('complementary', { name: 'Levers' });
  await expect(levers).toBeVisible();
  await app.page.keyboard.press('l');
  await expect(levers).toBeHidden();
  await app.page.keyboard.press('l');
  await expect(levers).toBeVisible();
});
