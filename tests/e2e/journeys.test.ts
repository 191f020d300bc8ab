import { expect, test } from './support/app';
import { spaced } from './support/planner';

const chanceOf = (sentence: string) => Number(/(\d+(?:\.\d)?) ?% chance/.exec(spaced(sentence))?.[1]);

test('a sales director adds hires to a branch, reads what they add and cost, and takes one page to the board', async ({
  app,
  planner,
}) => {
  const { page } = planner;
  await app.open();
  const before = chanceOf(await planner.answer());
  await planner.goTo('Plans');
  await planner.branchPlan('Series A start-up');
  await planner.goTo('Team');
  for (let hire = 0; hire < 3; hire++) await planner.addPlannedHire();
  await planner.goTo('Outlook');
  const after = chanceOf(await planner.answer());
  expect(after, 'hires can only help').toBeGreaterThan(before);

  await planner.goTo('Compare');
  await page.getByRole('combobox', { name: 'First plan' }).selectOption({ label: 'Series A start-up' });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/points more/);
  await expect(page.getByRole('main')).toContainText('3 hires added');

  await planner.goTo('Share');
  await page.getByRole('button', { name: 'Open the brief' }).click();
  const sheet = page.getByRole('article', { name: 'Brief of Series A start-up (branch)' });
  await expect(sheet).toContainText('From full capacity to expected bookings');
  expect(chanceOf(await sheet.innerText())).toBe(after);
});

test('a regional director sees which region and which team is at risk, and whether the quotas carry the target', async ({
  app,
  planner,
}) => {
  const { page } = planner;
  await app.open();
  await planner.goTo('Plans');
  await planner.openPlan('Three-region company');
  await planner.goTo('Outlook');
  await planner.allTrialsRun();
  const level = page.getByRole('combobox', { name: 'Show', exact: true });
  for (const [kind, count] of [
    ['Regions', 3],
    ['Managers', 15],
  ] as const) {
    await level.selectOption({ label: kind });
    const table = page
      .getByRole('region', { name: new RegExp(`^By ${kind.toLowerCase().slice(0, -1)}`) })
      .getByRole('table')
      .last();
    await expect(table.locator('tbody tr')).toHaveCount(count);
    await expect(table.locator('tbody tr').first()).toContainText('%');
  }
  await planner.goTo('Quota');
  const layers = page.getByRole('region', { name: 'Quotas by layer' }).getByRole('table');
  await expect(layers).toContainText('Bottom-up');
  await expect(layers).toContainText('Gap');
});

test('a finance partner asks for the downside, the chance of keeping to a budget, and the target that is safe', async ({
  app,
  planner,
}) => {
  const { page } = planner;
  await app.open();
  await planner.allTrialsRun();
  await expect(page.getByRole('heading', { name: /^What was different in the worst tenth/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Money' }).click();
  const budget = page.getByRole('textbox', { name: 'Budget of FY27' });
  const within = page.getByRole('region', { name: 'Cost and budget by year' }).locator('tbody tr').first();
  await budget.fill('1.7m');
  await budget.press('Enter');
  await planner.allTrialsRun();
  await expect(within).toContainText(/\d\s?% chance/);
  const tight = Number(/([\d.]+)\s?%/.exec(await within.innerText())?.[1]);
  await budget.fill('2m');
  await budget.press('Enter');
  await planner.allTrialsRun();
  const wide = Number(/([\d.]+)\s?%/.exec(await within.innerText())?.[1]);
  expect(wide, 'a larger budget is kept to no less often').toBeGreaterThan(tight);

  await planner.goTo('Decide');
  await page.getByRole('tab', { name: 'Safe target' }).click();
  await expect(page.getByText(/or more is booked in FY27 with\s+a chance of 80\s?%/)).toBeVisible();
});
