import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { csvParse, type DSVRowString } from 'd3-dsv';
import { DIST } from '../../scripts/serve.mjs';
import type { Plan } from '../../src/model/plan';
import type { WrittenLevels } from '../../src/stats/writeLevels';
import { PERCENTILES, type Distribution, type RunSummary } from '../../src/stats/summary';
import { expect, test } from './support/app';
import { MAVEN, MAVEN_ABSENT } from './support/maven';
import type { Planner } from './support/planner';

const CLI = join(DIST, 'cli/turfcast.mjs');

async function turfcast(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...words], { maxBuffer: 2 ** 28 });
  return stdout;
}

/** What is written of a run: its levels are plain objects. */
type WrittenSummary = Omit<RunSummary, 'levels'> & { readonly levels: WrittenLevels };

const simulate = async (planFile: string) =>
  JSON.parse(await turfcast('simulate', planFile, '--json')) as WrittenSummary;

/** An empty cell is a figure that there is none of. */
const figure = (row: DSVRowString, column: string) => (row[column] ? Number(row[column]) : undefined);

const spread = (row: DSVRowString, name: string) => ({
  mean: figure(row, `${name} mean`),
  standardError: figure(row, `${name} standard error`),
  percentiles: PERCENTILES.map((at) => figure(row, `${name} P${at}`)),
});

const spreadOf = ({ mean, standardError, percentiles }: Distribution) => ({
  mean,
  standardError,
  percentiles: [...percentiles],
});

/** The figures that the Share room saves, by quarter and year, month and seat. */
async function figuresOfTheApp(planner: Planner) {
  await planner.allTrialsRun();
  const rows = async (button: string) => [...csvParse((await planner.downloadShared(button)).text)];
  return {
    periods: (await rows('By quarter and year')).map((row) => ({
      period: row.period,
      kind: row.kind,
      target: figure(row, 'target'),
      chance: figure(row, 'chance'),
      chanceError: figure(row, 'chance standard error'),
      bookings: spread(row, 'bookings'),
      cost: row['cost mean'] ? spread(row, 'cost') : undefined,
      run: [row.seed, row.trials, row.engine],
    })),
    months: (await rows('By month')).map((row) => ({
      month: row.month,
      bookings: spread(row, 'bookings'),
      cumulative: spread(row, 'cumulative bookings'),
      headcount: spread(row, 'headcount'),
      ramped: spread(row, 'ramped rep equivalents'),
    })),
    seats: (await rows('By seat')).map((row) => ({
      seat: row.seat,
      period: row.period,
      bookings: figure(row, 'bookings mean'),
      attainment: [figure(row, 'attainment mean'), figure(row, 'attainment median')],
      atQuota: [figure(row, 'chance of quota'), figure(row, 'chance of quota standard error')],
    })),
  };
}

/** The same figures of what `turfcast simulate --json` prints. */
const figuresOfTheSummary = (summary: WrittenSummary): Awaited<ReturnType<typeof figuresOfTheApp>> => ({
  periods: summary.periods.map(({ period, kind, target, chance, bookings, year }) => ({
    period,
    kind,
    target,
    chance: chance?.value,
    chanceError: chance?.standardError,
    bookings: spreadOf(bookings),
    cost: year && spreadOf(year.cost),
    run: [String(summary.seed), String(summary.trials), summary.engine],
  })),
  months: summary.months.map(({ month, bookings, cumulativeBookings, headcount, rampedEquivalents }) => ({
    month,
    bookings: spreadOf(bookings),
    cumulative: spreadOf(cumulativeBookings),
    headcount: spreadOf(headcount),
    ramped: spreadOf(rampedEquivalents),
  })),
  seats: summary.levels.seats
    .flatMap(({ years }) => years)
    .map(({ seatId, period, meanBookings, attainment }) => ({
      seat: seatId,
      period,
      bookings: meanBookings,
      attainment: [attainment?.mean, attainment?.median],
      atQuota: [attainment?.atQuota.value, attainment?.atQuota.standardError],
    })),
});

test('the plan that the command makes of a CRM export, and its figures, are the app’s', async ({
  app,
  planner,
}, testInfo) => {
  test.skip(MAVEN.length === 0, MAVEN_ABSENT);
  const planFile = testInfo.outputPath('maven.turfcast.json');
  await turfcast('import', ...MAVEN, '-o', planFile);
  const summary = await simulate(planFile);

  await app.open();
  await planner.dropFilesAt(MAVEN);
  await planner.makePlanOfData();
  await planner.goTo('Share');
  const figures = await figuresOfTheApp(planner);
  expect(figures.seats.length).toBeGreaterThan(29);
  expect(figures).toEqual(figuresOfTheSummary(summary));

  const plan = (text: string) => ({ ...(JSON.parse(text) as Plan), id: '' });
  const saved = await planner.downloadShared('Download the plan file');
  expect(plan(saved.text)).toEqual(plan(await readFile(planFile, 'utf8')));
});

test('a plan file saved by the app gives the same figures in the command', async ({
  app,
  planner,
}, testInfo) => {
  await app.open();
  await planner.goTo('Share');
  const figures = await figuresOfTheApp(planner);
  expect(figures.months).toHaveLength(12);
  const saved = await planner.downloadShared('Download the plan file');
  expect(saved.name).toBe('Series A start-up.turfcast.json');
  const planFile = testInfo.outputPath(saved.name);
  await writeFile(planFile, saved.text);
  expect(figures).toEqual(figuresOfTheSummary(await simulate(planFile)));
});
