import { expect, test } from './support/app';
import { MAVEN, MAVEN_ABSENT, MAVEN_FOUND } from './support/maven';

test('from a CRM history to the chance of making the number, kept, shared and offline', async ({
  app,
  planner,
  others,
}) => {
  test.skip(MAVEN.length === 0, MAVEN_ABSENT);
  await app.open();
  await planner.dropFilesAt(MAVEN);
  await expect(app.page.getByRole('heading', { name: MAVEN_FOUND })).toBeVisible();
  await planner.makePlanOfData();
  await expect(app.page.getByRole('heading', { level: 1 })).toContainText('FY18');
  const answer = await planner.answer();
  expect(answer).toMatch(/^\d+ % chance of \$12\.0M or more in FY18 \(±0\.\d\)$/);
  const imported = await planner.figures();
  expect(imported).toHaveLength(5);

  await planner.goTo('Team');
  await planner.addPlannedHire();
  await planner.goTo('Outlook');
  const withHire = await planner.figures();
  expect(withHire).not.toEqual(imported);
  const chance = (sentence: string) => Number(/^(\d+)/.exec(sentence)?.[1]);
  expect(chance(await planner.answer()), 'a hire can only help').toBeGreaterThan(chance(answer));

  await planner.undo();
  expect(await planner.figures()).toEqual(imported);
  await planner.redo();
  expect(await planner.figures()).toEqual(withHire);
  await planner.undo();
  await planner.allTrialsRun();
  await planner.saved();
  await app.reload();
  expect(await planner.figures()).toEqual(imported);

  const link = await planner.makeLink();
  const colleague = await others.freshProfile(link);
  expect(await colleague.figures()).toEqual(imported);
  await expect(colleague.page.getByText('It is read-only.')).toBeVisible();
  await colleague.makeMine();
  await colleague.saved();
  expect(await colleague.figures()).toEqual(imported);

  await app.waitUntilKeptOffline();
  await app.turnNetworkOff();
  await app.reload();
  await planner.goTo('Outlook');
  expect(await planner.figures()).toEqual(imported);
});

test('files dropped one by one, in another order, make the same plan as together', async ({
  app,
  planner,
  others,
}) => {
  test.skip(MAVEN.length === 0, MAVEN_ABSENT);
  await app.open();
  await planner.dropFilesAt(MAVEN);
  await planner.makePlanOfData();
  const together = await planner.figures();

  const other = await others.freshProfile();
  for (const path of MAVEN.toReversed()) {
    await other.dropFilesAt([path]);
    await expect(other.page.getByText('Reading')).toHaveCount(0);
  }
  await expect(other.page.getByRole('heading', { name: MAVEN_FOUND })).toBeVisible();
  await expect(other.page.getByText(/30 seats under 6 managers in 3 regions/)).toBeVisible();
  await other.makePlanOfData();
  expect(await other.figures()).toEqual(together);
});
