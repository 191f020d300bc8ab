import { expect, test } from './support/app';
import { spaced } from './support/planner';

const START_UP = 'Series A start-up';

test('a shared plan is read-only until it is made one’s own', async ({ app, planner, others }) => {
  await app.open();
  const sent = await planner.figures();
  const colleague = await others.freshProfile(await planner.makeLink());
  expect(await colleague.figures()).toEqual(sent);
  await expect(colleague.page.getByText('Not kept here')).toBeVisible();
  await expect(colleague.planName()).toBeDisabled();
  await expect(colleague.lever('Productivity')).toBeDisabled();
  await colleague.goTo('Team');
  await colleague.addPlannedHire();
  await expect(colleague.page.getByText('This plan came by a link and is read-only.').first()).toBeVisible();
  await colleague.goTo('Outlook');
  expect(await colleague.figures(), 'as it came').toEqual(sent);

  await colleague.makeMine();
  await colleague.saved();
  await colleague.nudge('Productivity', 'PageUp');
  await expect.poll(() => colleague.figures()).not.toEqual(sent);
  await colleague.page.reload();
  await expect(colleague.planName()).toHaveValue(START_UP);
  expect(await colleague.figures(), 'the edit was kept').not.toEqual(sent);
});

test('a link leaves the plans of the reader alone', async ({ app, planner, others }) => {
  await app.open();
  await planner.renamePlan('Sent by a colleague');
  const link = await planner.makeLink();
  const reader = await others.freshProfile();
  await reader.renamePlan('Mine');
  await reader.saved();
  await reader.page.goto(link);
  await expect(reader.planName()).toHaveValue('Sent by a colleague');
  await reader.goTo('Plans');
  await expect(reader.card('Mine')).toBeVisible();
  await expect(reader.card('Sent by a colleague')).toHaveCount(0);
  await reader.openPlan('Mine');
});

const wrong = [
  {
    what: 'a link cut off at its end',
    break: (link: string) => link.slice(0, -40),
    says: 'This link is damaged: the end of it is missing. Ask for the link again, or for the plan as a file.',
  },
  {
    what: 'a link with one character changed',
    break: (link: string) => {
      const at = link.indexOf('#') + 200;
      return link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
    },
    says: 'This link is damaged: it was altered on its way. Ask for the link again, or for the plan as a file.',
  },
  {
    what: 'a link of something else',
    break: (link: string) => link.replace(/#.*/, '#hello'),
    says: 'This link holds no Turfcast plan. Check that all of the address was copied, or ask for the plan as a file.',
  },
  {
    what: 'a link of a newer version',
    break: (link: string) => link.replace('#p1.', '#p2.'),
    says: 'This link was made by a newer version of Turfcast. Reload this page to get the newest one, then open the link again.',
  },
];

for (const each of wrong)
  test(`${each.what} says so, and one’s own plan is still there`, async ({ app, planner, others }) => {
    await app.open();
    const figures = await planner.figures();
    await planner.renamePlan('My own');
    await planner.saved();
    const link = each.break(await planner.makeLink());

    // In the page that is open, and in one that is opened with it.
    await app.open(link);
    await expect(planner.alert()).toHaveText([new RegExp(each.says.slice(0, 30))]);
    await expect(planner.planName()).toHaveValue('My own');
    const tab = await others.openTab(link);
    await expect(tab.alert()).toHaveCount(1);
    expect(spaced(await tab.alert().innerText())).toContain(each.says);
    await expect(tab.planName()).toHaveValue('My own');
    await tab.saved();
    expect(await tab.figures()).toEqual(figures);
  });

test('a link opens with the network off where the app has been before', async ({ app, planner, others }) => {
  await app.open();
  await planner.renamePlan('Read on a train');
  const sent = await planner.makeLink();
  await planner.goTo('Outlook');
  const figures = await planner.figures();
  await app.waitUntilKeptOffline();
  await app.turnNetworkOff();
  const tab = await others.openTab(sent);
  await expect(tab.page.getByText('It is read-only.')).toBeVisible();
  expect(await tab.figures()).toEqual(figures);
});
