import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../src/io/xlsx/writeWorkbook';
import { makeThreeRegionSample } from '../../src/model/samples';
import type { Plan } from '../../src/model/plan';
import { readSeat } from '../../src/stats/readSeat';
import type { RunSummary } from '../../src/stats/summary';
import { makeWorkbook } from '../../src/ui/share/workbook/makeWorkbook';
import { readWorkbook, type ReadSheet } from '../io/xlsx/readWorkbook';
import { inProcess, samplePlan } from '../runner/runs';
import { makeFullPlan } from '../support/makeFullPlan';

async function runOf(plan: Plan): Promise<RunSummary> {
  const run = await inProcess().run(plan);
  if (!run.ok) throw new Error('the plan must run');
  return run.value;
}

async function opened(
  plan: Plan,
): Promise<{ summary: RunSummary; sheet: (name: string) => ReadSheet; names: string[] }> {
  const summary = await runOf(plan);
  const blob = await writeWorkbook(await makeWorkbook(plan, summary, () => Promise.resolve()));
  const sheets = readWorkbook(new Uint8Array(await blob.arrayBuffer()));
  const sheet = (name: string) => {
    const found = sheets.find((each) => each.name === name);
    if (!found) throw new Error(`the workbook must have the sheet ${name}`);
    return found;
  };
  return { summary, sheet, names: sheets.map(({ name }) => name) };
}

/** The column of that heading, as its letters. */
function columnOf({ cells }: ReadSheet, heading: string): string {
  for (const [address, { value }] of cells)
    if (/^[A-Z]+1$/.test(address) && value === heading) return address.slice(0, -1);
  throw new Error(`the sheet must have the column ${heading}`);
}

/** The value beside that fact. */
function factOf({ cells }: ReadSheet, name: string) {
  for (const [address, { value }] of cells)
    if (address.startsWith('A') && value === name) return cells.get(`B${address.slice(1)}`);
  return undefined;
}

describe('the workbook of a plan', () => {
  test('has a sheet for all there is to tell, in order, and none for what the plan has none of', async () => {
    const { names } = await opened(samplePlan(64));
    expect(names).toEqual([
      'Summary',
      'Periods',
      'Months',
      'Seats',
      'Roles',
      'Managers',
      'Assumptions',
      'About',
    ]);
    const full = await opened({ ...makeFullPlan(), run: { seed: 3, trials: 64 } });
    expect(full.names).toEqual([
      ...['Summary', 'Periods', 'Months', 'Seats', 'Roles', 'Managers', 'Regions', 'Territories'],
      ...['Assumptions', 'Risks', 'About'],
    ]);
  });

  test('holds the run’s figures to the last digit, as money, percent and months', async () => {
    const plan = samplePlan(256);
    const { summary, sheet } = await opened(plan);
    const year = summary.periods.at(-1);
    const periods = sheet('Periods');
    const row = summary.periods.length + 1;
    expect(periods.cells.get(`${columnOf(periods, 'Bookings mean')}${row}`)).toEqual({
      type: 'number',
      value: year?.bookings.mean,
      format: '[$$]#,##0;-[$$]#,##0',
    });
    expect(periods.cells.get(`${columnOf(periods, 'Chance')}${row}`)).toEqual({
      type: 'number',
      value: year?.chance?.value,
      format: '0.0%',
    });
    expect(periods.cells.get(`${columnOf(periods, 'Seats at quota mean')}${row}`)?.format).toBe('#,##0.00');
    const months = sheet('Months');
    expect(months.cells.get('A2')).toMatchObject({ type: 'number', format: 'mmm yyyy' });
    expect(factOf(sheet('Summary'), 'Expected bookings')?.value).toBe(year?.bookings.mean);
  });

  test('has every seat with its chance of making quota', async () => {
    const plan = samplePlan(256);
    const { summary, sheet } = await opened(plan);
    const seats = sheet('Seats');
    const chance = columnOf(seats, 'Chance of quota');
    plan.seats.forEach((seat, index) => {
      const wanted = readSeat(summary.levels, seat.id, summary.periods.at(-1)!.period)?.attainment?.atQuota
        .value;
      expect(seats.cells.get(`B${index + 2}`)?.value).toBe(seat.name);
      expect(seats.cells.get(`${chance}${index + 2}`)?.value).toBe(wanted);
    });
  });

  test('says what it rests on, and what it takes for given', async () => {
    const plan = samplePlan(64, 9);
    const { sheet, summary } = await opened(plan);
    const about = sheet('About');
    expect(factOf(about, 'Seed')?.value).toBe(9);
    expect(factOf(about, 'Trials')).toMatchObject({ value: 64, format: '#,##0' });
    expect(factOf(about, 'Engine version')?.value).toBe(summary.engine);
    const assumptions = sheet('Assumptions');
    expect(factOf(assumptions, 'Account executive: attrition a year')).toMatchObject({
      type: 'number',
      format: '0.0%',
    });
    expect(factOf(assumptions, 'First month')).toMatchObject({ type: 'number', format: 'mmm yyyy' });
  });

  test('keeps names that look like formulas as text', async () => {
    const plan = samplePlan(64);
    const seats = plan.seats.map((seat, index) => (index === 0 ? { ...seat, name: '=cmd|calc' } : seat));
    const { sheet } = await opened({ ...plan, name: '+SUM(1)', seats });
    expect(sheet('Seats').cells.get('B2')).toMatchObject({ type: 'text', value: '=cmd|calc' });
    expect(factOf(sheet('Summary'), 'Plan')).toMatchObject({ type: 'text', value: '+SUM(1)' });
    expect(sheet('Seats').xml).not.toContain('<f');
  });

  test('adds regions’ bookings up to the plan’s', async () => {
    const { sheet, summary } = await opened({ ...makeThreeRegionSample(), run: { seed: 2, trials: 64 } });
    const regions = sheet('Regions');
    const [period, bookings] = [columnOf(regions, 'Period'), columnOf(regions, 'Bookings mean')];
    let sum = 0;
    for (const [address, { value }] of regions.cells)
      if (address.startsWith(period) && value === 'FY2027')
        sum += Number(regions.cells.get(`${bookings}${address.slice(period.length)}`)?.value);
    expect(sum / (summary.periods.at(-1)?.bookings.mean ?? NaN)).toBeCloseTo(1, 9);
  });
});
