import { createRequire } from 'node:module';
import { expect, test } from './support/app';
import { spaced } from './support/planner';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

test('a branch with less attrition is held against the plan it came from, and against its own earlier version', async ({
  others,
}) => {
  // The policy keeps out scripts that are not the app's, axe too.
  const planner = await others.freshProfile('./', { bypassCSP: true, reducedMotion: 'reduce' });
  const { page } = planner;
  await planner.allTrialsRun();
  await planner.goTo('Compare');
  await page.getByRole('button', { name: 'Branch it and change something' }).click();
  await expect(planner.planName()).toHaveValue('Series A start-up (branch)');
  for (let press = 0; press < 8; press++) await planner.nudge('Attrition', 'ArrowLeft');
  await planner.goTo('Compare');
  const answer = page.getByRole('heading', { level: 1 });
  await expect(answer).toContainText(
    /has a\s+\d+.% chance\s+of\s+\$5\.05M or more in FY27,\s+\d+ points more/,
  );
  const why = page.getByRole('figure', { name: 'Why Series A start-up (branch) differs' });
  await expect(why.getByRole('img', { name: /Levers \+\d+\.\d ±/ })).toBeVisible();
  await expect(page.getByText('attrition lever')).toHaveText(/100.% → 60.%/);
  await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate(() => window.axe.run());
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

  await planner.saved();
  await planner.goTo('Plans');
  await page
    .getByRole('button', { name: /^Compare with the version “Branch”/ })
    .first()
    .click();
  await expect(page.getByRole('combobox', { name: 'Version of the first plan' })).toContainText('Branch');
  await expect(answer).toContainText('than Series A start-up (branch) (version 1)');
  expect(spaced(await answer.innerText())).toMatch(/^Series A start-up \(branch\) has a/);
});
