import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/io/summaryCsv';
import { planPeriods } from '../../src/model/calendar';
import type { Plan } from '../../src/model/plan';
import type { PlanSample } from '../../src/stats/planSample';
import { sampleColumns } from '../../src/ui/share/sampleColumns';
import { writeSample } from '../../src/ui/share/writeSample';
import { inProcess, samplePlan } from '../runner/runs';
import { makeFullPlan } from '../support/makeFullPlan';

async function sampleOf(plan: Plan, trials: number): Promise<PlanSample> {
  const sample = await inProcess().sample(plan, { trials });
  if (!sample.ok) throw new Error('the plan must be sampled');
  return sample.value;
}

async function written(plan: Plan, trials: number) {
  let pauses = 0;
  const sample = await sampleOf(plan, trials);
  const pieces = await writeSample({
    columns: sampleColumns(plan, sample),
    trials,
    run: { seed: plan.run.seed, engine: '2' },
    csv: toCsv,
    pause: () => {
      pauses++;
      return Promise.resolve();
    },
  });
  return { sample, pieces, pauses: () => pauses, rows: csvParse(pieces.join('')) };
}

describe('the export by trial', () => {
  test('has a line for every trial, and gives the page a turn between slices', async () => {
    const { rows, pauses, pieces } = await written(samplePlan(1200), 1200);
    expect(rows.map(({ trial }) => Number(trial))).toEqual(Array.from({ length: 1200 }, (_, trial) => trial));
    expect(pauses()).toBe(3);
    expect(pieces).toHaveLength(4);
    expect(new Set(rows.map(({ seed, engine }) => `${seed} ${engine}`))).toEqual(new Set(['7 2']));
  });

  test('has the run’s figures: the mean of a column is the mean of the run, to the bit', async () => {
    const plan = samplePlan(640);
    const { rows } = await written(plan, 640);
    const run = await inProcess().run(plan);
    if (!run.ok) throw new Error('the plan must run');
    const mean = (column: string) => rows.reduce((sum, row) => sum + Number(row[column]), 0) / rows.length;
    for (const { period, bookings, year } of run.value.periods) {
      expect(mean(`bookings ${period}`)).toBe(bookings.mean);
      if (year) expect(mean(`cost ${period}`)).toBe(year.cost.mean);
      if (year) expect(mean(`seats at quota ${period}`)).toBe(year.seatsAtQuota.mean);
    }
    expect(mean('leavers')).toBe(run.value.leavers.mean);
  });

  test('adds quarters up to years, and knows the headcount at a year’s end', async () => {
    const plan = samplePlan(64);
    const { rows, sample } = await written(plan, 64);
    const quarters = planPeriods(plan.calendar).filter(({ kind }) => kind === 'quarter');
    rows.forEach((row, trial) => {
      const sum = quarters.reduce((all, { id }) => all + Number(row[`bookings ${id}`]), 0);
      expect(sum / Number(row['bookings FY2027'])).toBeCloseTo(1, 12);
      expect(Number(row['headcount at the end of FY2027'])).toBe(sample.headcount[trial * 12 + 11]);
    });
  });

  test('says of each risk event whether it happened, under its own name, two of one name apart', async () => {
    const full = makeFullPlan();
    const [first] = full.events;
    if (!first) throw new Error('the plan has events');
    const events = full.events.map((event) => ({ ...event, name: '=Strike, "all"' }));
    const { rows } = await written({ ...full, events }, 200);
    const columns = rows.columns.filter((name) => name.startsWith('event: '));
    expect(columns).toHaveLength(events.length);
    expect(new Set(columns).size).toBe(events.length);
    const share = rows.filter((row) => row[columns[0] ?? ''] === '1').length / 200;
    const error = Math.sqrt((first.probability * (1 - first.probability)) / 200);
    expect(Math.abs(share - first.probability)).toBeLessThan(4 * error);
  });

  test('of no trials is empty', async () => {
    expect((await written(samplePlan(100), 0)).pieces).toEqual([]);
  });
});
