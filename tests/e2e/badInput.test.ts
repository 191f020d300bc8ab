import { expect, test } from './support/app';
import { MAVEN, MAVEN_ABSENT, MAVEN_FOUND } from './support/maven';

const DEALS = [
  'Owner,Stage,Close date,Amount',
  ...Array.from({ length: 60 }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    return `${index % 2 ? 'Ada Park' : 'Ben Ortiz'},${index % 3 ? 'Closed won' : 'Closed lost'},2025-${month}-15,${9000 + index * 50}`;
  }),
].join('\n');

const tables = [
  {
    what: 'an empty file',
    file: { name: 'empty.csv', text: '' },
    says: /empty\.csv must have a row of headings and rows below it, got an empty file/,
  },
  {
    what: 'a spreadsheet’s own file',
    file: {
      name: 'deals.xlsx',
      text: 'PK\u0003\u0004\u0014\u0000\u0006\u0000\u0008\u0000\u0000\u0000!\u0000',
    },
    says: /deals\.xlsx .*CSV/,
  },
  {
    what: 'a file whose columns cannot be told apart',
    file: { name: 'deals.csv', text: DEALS.replaceAll(',', '~') },
    says: /deals\.csv must be a table with columns cut by commas, semicolons, tabs or bars, got a single column/,
  },
  {
    what: 'a table without the columns that are needed',
    file: { name: 'deals.csv', text: 'Owner,Stage,Close date\nAda Park,Closed won,2026-03-14\n' },
    says: /A table of opportunities must have a column for .*, got the headings “Owner”, “Stage”, “Close date”/,
  },
];

for (const { what, file, says } of tables)
  test(`${what} in Data is refused in a sentence, and what was read before stays`, async ({
    app,
    planner,
  }) => {
    await app.open();
    const figures = await planner.figures();
    await planner.goTo('Data');
    await planner.dropFiles([{ name: 'before.csv', text: DEALS }]);
    const found = app.page.getByRole('heading', { name: /^40 of 60 closed deals were won by 2 sellers/ });
    await expect(found).toBeVisible();

    await planner.dropFiles([file]);
    await expect(app.page.getByRole('main').getByText(says).first()).toBeVisible();
    await expect(found).toBeVisible();
    await planner.goTo('Outlook');
    expect(await planner.figures(), 'the plan on screen is as it was').toEqual(figures);
  });

test('a table with semicolons is read as well', async ({ app, planner }) => {
  await app.open();
  await planner.dropFiles([{ name: 'deals.csv', text: DEALS.replaceAll(',', ';') }]);
  await expect(
    app.page.getByRole('heading', { name: /^40 of 60 closed deals were won by 2 sellers/ }),
  ).toBeVisible();
});

test('a plan file of a newer version, a broken one and a foreign one are each refused in a sentence', async ({
  app,
  planner,
}) => {
  await app.open();
  await planner.goTo('Share');
  const file = await planner.downloadShared('Download the plan file');
  await planner.goTo('Plans');
  const before = await planner.cardNames();
  const version = /"version": (\d+)/.exec(file.text)?.[1];
  const wrong = [
    [file.text.replace(`"version": ${version}`, '"version": 999'), /newer/],
    [
      file.text.slice(0, -300),
      /The plan file ends too early, at line \d+, column \d+: a part of it is missing/,
    ],
    [file.text.replace('"seats": [', '"seats": 12, "was": ['), /Seats must be a list, got 12\./],
    ['{"format":"sheet"}', /A plan file must hold a Turfcast plan .*got format “sheet”/],
  ] as const;
  for (const [text, says] of wrong) {
    await planner.dropFiles([{ name: 'sent.turfcast.json', text }]);
    const refusal = planner.alert().filter({ hasText: '“sent.turfcast.json” was not imported.' });
    await expect(refusal).toHaveText(says);
    await refusal.getByRole('button', { name: 'Dismiss' }).click();
    await expect(planner.alert()).toHaveCount(0);
  }
  expect(await planner.cardNames()).toEqual(before);
});

test('a plan file or an export of everything is taken in Data too, and a table on Plans', async ({
  app,
  planner,
}) => {
  await app.open();
  await planner.renamePlan('Sent as a file');
  await planner.saved();
  await planner.goTo('Share');
  const file = await planner.downloadShared('Download the plan file');
  await planner.goTo('Plans');
  const everything = await planner.exportEverything();
  await planner.deletePlan('Sent as a file');
  await planner.deletePlan('Three-region company');
  await expect(app.page.getByText('No plans yet')).toBeVisible();

  await planner.goTo('Data');
  await planner.dropFiles([file]);
  await expect(app.page.getByText(/^“Sent as a file” was imported from /)).toBeVisible();
  await expect(app.page).toHaveURL(/#outlook$/);

  await planner.goTo('Data');
  await planner.dropFiles([everything]);
  await expect(app.page).toHaveURL(/#plans$/);
  await expect(planner.card('Three-region company')).toBeVisible();

  await planner.dropFiles([{ name: 'deals.csv', text: DEALS }]);
  await expect(app.page).toHaveURL(/#data$/);
  await expect(
    app.page.getByText('“deals.csv” is no plan file: it is read in Data, as a table.'),
  ).toBeVisible();
  await expect(app.page.getByRole('heading', { name: /^40 of 60 closed deals/ })).toBeVisible();
});

const crippled = [
  { what: 'has no workers', cripple: () => Reflect.deleteProperty(window, 'Worker') },
  {
    what: 'refuses workers',
    cripple: () => {
      window.Worker = class extends EventTarget {
        constructor() {
          super();
          throw new DOMException('not here', 'SecurityError');
        }
      } as unknown as typeof Worker;
    },
  },
];

for (const { what, cripple } of crippled)
  test(`where the browser ${what} the app says so and answers with the same figures`, async ({
    app,
    planner,
    others,
  }) => {
    await app.page.addInitScript(cripple);
    await app.open();
    await expect(planner.alert().first()).toContainText('worker');
    const figures = await planner.figures();
    const usual = await others.freshProfile();
    expect(figures).toEqual(await usual.figures());

    await planner.dropFiles([{ name: 'deals.csv', text: DEALS }]);
    await expect(
      app.page.getByRole('main').getByText(/^This browser must allow background workers to read files/),
    ).toBeVisible();
  });

test('a large file shows how far it is, can be cancelled, and leaves the earlier result', async ({
  app,
  planner,
}) => {
  test.skip(MAVEN.length === 0, MAVEN_ABSENT);
  await app.open();
  await planner.dropFilesAt(MAVEN);
  const found = app.page.getByRole('heading', { name: MAVEN_FOUND });
  await expect(found).toBeVisible();

  const data = await app.page.evaluateHandle(() => {
    const row =
      'Ada Park,Closed won,2025-06-15,12400,A line of words that makes the file as large as they get\n';
    const chunk = row.repeat(10_000);
    const transfer = new DataTransfer();
    const parts = ['Owner,Stage,Close date,Amount,Note\n', ...Array.from({ length: 70 }, () => chunk)];
    transfer.items.add(new File(parts, 'large.csv'));
    return transfer;
  });
  await app.page.getByRole('main').dispatchEvent('drop', { dataTransfer: data });
  await expect(app.page.getByText(/^large\.csv: [\d,]+ rows, [\d.]+ of 6\d\.\d MB$/)).toBeVisible();
  await app.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.page.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await expect(found).toBeVisible();
  await expect(app.page.getByText('large.csv')).toHaveCount(0);
  await expect(app.page.getByRole('button', { name: 'Make a plan of it' })).toBeEnabled();
});
