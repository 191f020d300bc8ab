import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { sharedFile } from '../support/shared';
import { expect, test } from './support/app';
import { Planner } from './support/planner';

const FILES = ['sales_pipeline.csv', 'sales_teams.csv', 'products.csv'].map((name) =>
  sharedFile(`data/crm/maven/${name}`),
);
const maven = FILES.filter((path) => path !== undefined);

test('from a CRM history to the chance of making the number, kept, shared and offline', async ({
  app,
  browser,
}) => {
  test.skip(maven.length < FILES.length, 'skipped: ../shared/data/crm/maven is absent');
  const planner = new Planner(app.page);
  await app.open();
  await planner.answer();
  await planner.dropFiles(maven.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') })));
  await expect(
    app.page.getByRole('heading', { name: '4,238 of 6,711 closed deals were won by 30 sellers' }),
  ).toBeVisible();

  await app.page.getByRole('button', { name: 'Make a plan of it' }).click();
  await expect(app.page.getByRole('heading', { level: 1 })).toContainText('FY18');
  const answer = await planner.answer();
  expect(answer).toMatch(/^\d+ % chance of \$12\.0M or more in FY18 \(±0\.\d\)$/);
  const imported = await planner.figures();
  expect(imported).toHaveLength(5);

  await planner.goTo('Team');
  await planner.addPlannedHire();
  await planner.goTo('Outlook');
  await expect.poll(() => planner.figures()).not.toEqual(imported);
  const chance = (sentence: string) => Number(/^(\d+)/.exec(sentence)?.[1]);
  expect(chance(await planner.answer()), 'a hire can only help').toBeGreaterThan(chance(answer));

  await planner.undo();
  await expect.poll(() => planner.figures()).toEqual(imported);
  await planner.saved();
  await app.reload();
  expect(await planner.figures()).toEqual(imported);

  const link = await planner.makeLink();
  const elsewhere = await browser.newContext();
  const page = await elsewhere.newPage();
  await page.goto(link);
  const colleague = new Planner(page);
  expect(await colleague.figures()).toEqual(imported);
  await expect(page.getByText('It is read-only.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Make it mine' }).click();
  await colleague.saved();
  expect(await colleague.figures()).toEqual(imported);
  await elsewhere.close();

  await app.waitUntilKeptOffline();
  await app.turnNetworkOff();
  await app.reload();
  await planner.goTo('Outlook');
  expect(await planner.figures()).toEqual(imported);
});
