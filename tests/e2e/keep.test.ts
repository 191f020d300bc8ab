import { expect, test } from './support/app';
import { damagePlan, fillDevice, freeDevice } from './support/storage';

const START_UP = 'Series A start-up';
const REGIONS = 'Three-region company';

test('an edit is saved within a second and found again after a reload', async ({ app, planner }) => {
  await app.page.clock.install();
  await app.open();
  await planner.saved();
  await app.page.clock.pauseAt(Date.now() + 60_000);
  await planner.renamePlan('A year of my own');
  await expect(app.page.getByText('Saving…')).toBeVisible();
  await app.page.clock.runFor(1_000);
  await planner.saved();
  await app.reload();
  await expect(planner.planName()).toHaveValue('A year of my own');
});

test('leaving is asked about while an edit is not saved, and not otherwise', async ({ app, planner }) => {
  await app.open();
  await planner.saved();
  const asked: string[] = [];
  app.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await fillDevice(app.page);
  await planner.renamePlan('Not saved yet');
  await expect(app.page.getByText(/^Not saved: /)).toBeVisible();
  await app.page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(planner.planName()).toHaveValue('Not saved yet');

  await freeDevice(app.page);
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await planner.saved();
  await app.reload();
  await planner.saved();
  expect(asked).toHaveLength(1);
});

test('an earlier version is brought back as an edit that can be undone', async ({ app, planner }) => {
  await app.open();
  const asGiven = await planner.figures();
  await planner.nudge('Productivity', 'PageUp');
  await planner.saved();
  const edited = await planner.figures();
  expect(edited).not.toEqual(asGiven);

  await planner.goTo('Plans');
  await app.page.getByRole('button', { name: /^Restore the version “Sample plan”/ }).click();
  await planner.goTo('Outlook');
  expect(await planner.figures()).toEqual(asGiven);
  await planner.undo();
  expect(await planner.figures()).toEqual(edited);
});

test('a deleted plan is brought back by undo, with its history', async ({ app, planner }) => {
  await app.open();
  await planner.renamePlan('Short-lived');
  await planner.saved();
  await planner.goTo('Plans');
  await planner.deletePlan('Short-lived');
  await expect(app.page.getByText('“Short-lived” was deleted.')).toBeVisible();
  await expect(planner.planName()).toHaveValue(REGIONS);

  await app.page.getByLabel('Messages').getByRole('button', { name: 'Undo' }).click();
  await expect(planner.card('Short-lived')).toBeVisible();
  await expect(planner.planName()).toHaveValue('Short-lived');
  await expect(app.page.getByRole('button', { name: /^Restore the version “Sample plan”/ })).toBeVisible();
});

test('an edit in one tab is seen in the other', async ({ app, planner, others }) => {
  await app.open();
  await planner.saved();
  const other = await others.openTab();
  await other.saved();
  await planner.renamePlan('Seen everywhere');
  await expect(other.planName()).toHaveValue('Seen everywhere');
});

test('edits of one plan in two tabs are both kept, and the second tab says so', async ({
  app,
  planner,
  others,
}) => {
  await app.open();
  await planner.saved();
  // A tab that slept through what the other told it.
  const asleep = await others.openTab('./', () => Reflect.deleteProperty(window, 'BroadcastChannel'));
  await asleep.saved();
  await planner.renamePlan('Edited first');
  await planner.saved();
  await asleep.renamePlan('Edited second');
  await expect(asleep.planName()).toHaveValue('Edited second (edited in another tab)');
  await expect(asleep.page.getByText(/This plan was also edited in another tab/)).toBeVisible();
  await asleep.saved();

  await app.reload();
  await planner.goTo('Plans');
  await expect(planner.card('Edited first')).toBeVisible();
  await expect(planner.card('Edited second (edited in another tab)')).toBeVisible();
  await expect(planner.card(START_UP)).toHaveCount(0);
});

test('everything exported is there again in a fresh profile', async ({ app, planner, others }) => {
  await app.open();
  await planner.saved();
  await planner.goTo('Plans');
  await planner.branchPlan(REGIONS);
  await planner.renamePlan('Taken along');
  await planner.saved();
  const everything = await planner.exportEverything();
  expect(everything.name).toMatch(/^Turfcast \d{4}-\d{2}-\d{2}\.turfcast\.json$/);
  await planner.goTo('Outlook');
  const figures = await planner.figures();

  const elsewhere = await others.freshProfile();
  await elsewhere.saved();
  await elsewhere.dropFiles([everything]);
  await expect(elsewhere.page.getByText(/^1 plan came in from /)).toBeVisible();
  await expect(elsewhere.page.getByRole('article'), 'the samples were there already').toHaveCount(3);
  await elsewhere.openPlan('Taken along');
  await elsewhere.goTo('Outlook');
  expect(await elsewhere.figures()).toEqual(figures);
  await elsewhere.goTo('Plans');
  await expect(elsewhere.page.getByRole('button', { name: /^Restore the version “Branch”/ })).toBeVisible();

  await elsewhere.dropFiles([everything]);
  await expect(elsewhere.page.getByText(/^Everything in .* is here already\.$/)).toBeVisible();
  await expect(elsewhere.page.getByRole('article')).toHaveCount(3);
});

test('a plan that cannot be read is set aside and reported, and the others open', async ({
  app,
  planner,
}) => {
  await app.open();
  await planner.allTrialsRun();
  await planner.saved();
  await damagePlan(app.page, START_UP, 'all of it');
  await app.reload();
  await expect(planner.planName()).toHaveValue(REGIONS);
  await planner.goTo('Plans');
  const report = app.page.getByRole('region', { name: 'Records set aside' });
  await expect(report).toContainText('1 record could not be read');
  await expect(report).toContainText('Nothing was deleted');
  expect(await planner.cardNames()).toEqual([REGIONS]);
  const everything = await planner.exportEverything();
  expect(everything.text, 'the export holds what was set aside').toContain('damaged by the test');
});

test('where only the newest state of a plan cannot be read, the version before it takes its place', async ({
  app,
  planner,
}) => {
  await app.open();
  const figures = await planner.figures();
  await planner.saved();
  await damagePlan(app.page, START_UP, 'as it is now');
  await app.reload();
  await expect(planner.planName()).toHaveValue(START_UP);
  expect(await planner.figures()).toEqual(figures);
  await planner.goTo('Plans');
  await expect(app.page.getByText('1 record could not be read')).toBeVisible();
});

test('an edit that the device refuses stays, is said not to be saved, and is saved on another try', async ({
  app,
  planner,
}) => {
  await app.open();
  await planner.saved();
  await fillDevice(app.page);
  await planner.renamePlan('No room for this');
  const state = app.page.getByRole('banner');
  await expect(state.getByText(/^Not saved: .*the storage of this device is full/)).toBeVisible();
  await expect(planner.alert().first()).toContainText('save a plan file');

  await planner.goTo('Plans');
  await planner
    .card(REGIONS)
    .getByRole('button', { name: /^Open / })
    .click();
  await expect(planner.alert().filter({ hasText: 'stays open' })).toBeVisible();
  await expect(planner.planName()).toHaveValue('No room for this');

  await freeDevice(app.page);
  await state.getByRole('button', { name: 'Try again' }).click();
  await planner.saved();
  await app.reload();
  await expect(planner.planName()).toHaveValue('No room for this');
});

test('where the browser allows no storage the app says so, works, and saves plans as files', async ({
  app,
  planner,
}) => {
  await app.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not in a private window', 'SecurityError');
    };
  });
  await app.open();
  await expect(app.page.getByText(/the browser allows no storage here/)).toBeVisible();
  await expect(app.page.getByText('Kept for this visit only', { exact: true })).toBeVisible();
  const figures = await planner.figures();
  expect(figures).toHaveLength(5);
  await planner.renamePlan('For this visit');
  await app.page.getByRole('button', { name: 'Save the plan as a file' }).click();
  const file = await planner.downloadShared('Download the plan file');
  expect(file.text).toContain('"For this visit"');
});

test('where the browser has no storage at all the app says so and works', async ({ app, planner }) => {
  await app.page.addInitScript(() =>
    Object.defineProperty(window, 'indexedDB', { configurable: true, get: () => undefined }),
  );
  await app.open();
  await expect(app.page.getByText(/Plans cannot be kept on this device/)).toBeVisible();
  expect(await planner.figures()).toHaveLength(5);
});
