import { describe, expect, it, test } from 'vitest';
import type { Plan } from '../../src/model/plan';
import { money, periodId, seatId, type PeriodId } from '../../src/model/units';
import { BLOCK_TRIALS } from '../../src/sim/outcome';
import { sketchFloors } from '../../src/sim/sketchFloors';
import { bookingSketch } from '../../src/stats/bookingSketch';
import { columnOf, sumOfMonths } from '../../src/stats/columns';
import { summariseSample } from '../../src/stats/distribution';
import { MEASURE_NAMES, type Level, type Levels } from '../../src/stats/levels';
import { measureSketch } from '../../src/stats/measureSketch';
import { readLevel, type LevelYear } from '../../src/stats/readLevel';
import { readLevelMonth } from '../../src/stats/readLevelMonth';
import { readSeat } from '../../src/stats/readSeat';
import { readSeatMonths } from '../../src/stats/readSeatMonths';
import { readSeatSpread } from '../../src/stats/readSeatSpread';
import { summarise } from '../../src/stats/summarise';
import type { Distribution, PeriodSummary } from '../../src/stats/summary';
import { writeSummary } from '../../src/stats/writeSummary';
import * as field from '../../src/sim/kernel/records';
import { simulate } from '../sim/support/simulate';
import { makeFullPlan } from '../support/makeFullPlan';
import { makePlanOfSize } from '../support/makePlanOfSize';

const plans: readonly Plan[] = [makeFullPlan(), makePlanOfSize({ seats: 24, months: 20, seed: 3 })];
const runs = plans.map((plan) => {
  const totals = simulate(plan, 640);
  return { plan, totals, summary: summarise(plan, totals) };
});
const whole: Level = { kind: 'plan' };

/** The same mean and spread, percentiles within a bin of that width, and no tighter an interval. */
function expectSame(read: Distribution | undefined, exact: Distribution, bin = 1 / 16, of = ''): void {
  expect(read?.mean, of).toBeCloseTo(exact.mean, 6);
  // sums of squares hold a standard deviation to a millionth of the mean
  expect(Math.abs((read?.sd ?? NaN) - exact.sd), of).toBeLessThanOrEqual(1e-6 * Math.abs(exact.mean) + 1e-9);
  exact.percentiles.forEach((value, index) => {
    const room = Math.abs(value) * bin + 1e-9;
    expect(Math.abs((read?.percentiles[index] ?? NaN) - value), `${of} ${index}`).toBeLessThanOrEqual(room);
    expect(read?.intervals[index]?.low, of).toBeLessThanOrEqual((exact.intervals[index]?.low ?? NaN) + 1e-9);
    expect(read?.intervals[index]?.high, of).toBeGreaterThanOrEqual(
      (exact.intervals[index]?.high ?? NaN) - 1e-9,
    );
  });
}

describe.each(runs)('the plan as a level of itself: $plan.name', ({ totals, summary }) => {
  const yearsOf = summary.periods.filter(({ year }) => year);
  const years: readonly { index: number; period: PeriodSummary; read: LevelYear | undefined }[] = yearsOf.map(
    (period, index) => ({ index, period, read: readLevel(summary.levels, whole, period.period)?.year }),
  );

  it('has the bookings, the target and the chance of its rows', () => {
    for (const { period, bookings, target, chance } of summary.periods) {
      const read = readLevel(summary.levels, whole, period);
      expectSame(read?.bookings, bookings, 1 / 16, period);
      expect([read?.target, read?.chance]).toEqual([target, chance]);
    }
    summary.months.forEach(({ bookings }, month) =>
      expectSame(readLevelMonth(summary.levels, whole, month) as Distribution, bookings),
    );
  });

  it('has the measures of its rows', () => {
    for (const { index, period, read } of years) {
      const { year } = period;
      expectSame(read?.cost, year!.cost, 1 / 16, 'cost');
      expectSame(read?.vacancyMonths, year!.vacancyMonths, 1 / 16, 'vacancy');
      expectSame(read?.seatsAtQuota, year!.seatsAtQuota, 1 / 16, 'seats at quota');
      expectSame(read?.shareAtQuota, year!.shareAtQuota!, 1 / 16, 'share at quota');
      const { months } = totals.shape;
      const end = columnOf(totals.headcount, months, period.endMonth - 1, totals.trials);
      expectSame(read?.headcount, summariseSample(end), 1 / 16, 'headcount');
      const ramped = sumOfMonths(totals, 'rampedEquivalents', period.firstMonth, period.endMonth);
      const span = period.endMonth - period.firstMonth;
      expectSame(read?.rampedEquivalents, summariseSample(ramped.map((sum) => sum / span)), 1 / 16, 'ramped');
      expect(index).toBeGreaterThanOrEqual(0);
    }
    const leavers = years.reduce((sum, { read }) => sum + (read?.leavers.mean ?? NaN), 0);
    expect(leavers).toBeCloseTo(summary.leavers.mean, 9);
  });

  it('has the contribution of its rows, losses among them, to 1/8', () => {
    for (const { period, read } of years) {
      const exact = period.year!.contribution;
      expect(read?.contribution.mean).toBeCloseTo(exact.mean, 4);
      exact.percentiles.forEach((value, at) => {
        // around zero one bin holds all that is next to nothing
        const room = Math.abs(value) / 8 + read!.cost.mean / 100;
        expect(Math.abs((read?.contribution.percentiles[at] ?? NaN) - value)).toBeLessThanOrEqual(room);
      });
    }
  });

  it('has an attainment whose mean, median and share at 100 % are those of its year', () => {
    for (const { period, read } of years) {
      const { mean, median, atQuota } = read!.attainment!;
      expect(period.year?.attainment).toEqual({ mean, median, atQuota });
      expect(
        Math.abs((period.year?.seatsAtQuota.mean ?? NaN) - (read?.seatsAtQuota.mean ?? NaN)),
      ).toBeLessThan(1e-9);
    }
  });
});

describe('levels', () => {
  const [full, sized] = runs;
  const sum = (levels: Levels, kind: 'region' | 'manager' | 'role', figure: (level: Level) => number) =>
    levels.ids[kind].reduce((total, id) => total + figure({ kind, id }), 0);

  it('add up: roles to any plan, regions and managers to one whose seats all have one', () => {
    for (const [run, kinds] of [
      [full!, ['role']],
      [sized!, ['role', 'region', 'manager']],
    ] as const)
      for (const kind of kinds) {
        const { levels } = run.summary;
        for (const { id } of levels.periods) {
          const all = readLevel(levels, whole, id)!;
          expect(sum(levels, kind, (level) => readLevel(levels, level, id)!.bookings.mean)).toBeCloseTo(
            all.bookings.mean,
            4,
          );
          if (!all.year) continue;
          for (const name of MEASURE_NAMES) {
            if (name === 'attainment' || name === 'shareAtQuota') continue;
            const total = sum(levels, kind, (level) => readLevel(levels, level, id)!.year![name].mean);
            expect(total, `${kind} ${name}`).toBeCloseTo(all.year[name].mean, 4);
          }
        }
        expect(sum(levels, kind, (level) => readLevelMonth(levels, level, 5)!.mean)).toBeCloseTo(
          readLevelMonth(levels, whole, 5)!.mean,
          4,
        );
      }
  });

  it('are what a plan of their seats alone comes to, where nothing couples these to others', () => {
    const { plan, summary } = sized!;
    for (const level of [
      { kind: 'region', id: 'region-2' },
      { kind: 'manager', id: 'manager-1' },
      { kind: 'role', id: plan.roles[2]!.id },
    ] as const) {
      const teams = new Map(plan.managers.map(({ id, regionId }) => [id, regionId]));
      const seats = plan.seats.filter(({ managerId, roleId }) =>
        level.kind === 'role'
          ? roleId === level.id
          : (level.kind === 'region' ? teams.get(managerId!) : managerId) === level.id,
      );
      const alone = { ...plan, seats, targets: [] };
      const own = summarise(alone, simulate(alone, 640));
      for (const { period, bookings, year } of own.periods) {
        const read = readLevel(summary.levels, level, period);
        expectSame(read?.bookings, bookings, 1 / 16, `${level.kind} ${period}`);
        if (!year) continue;
        expectSame(read?.year?.cost, year.cost, 1 / 16, `${level.kind} cost`);
        expect(read?.year?.attainment).toEqual(readLevel(own.levels, whole, period)?.year?.attainment);
      }
    }
  });

  it('of a manager of one seat are that seat', () => {
    const plan: Plan = { ...plans[1]!, seats: plans[1]!.seats.slice(0, 1) };
    const { levels } = summarise(plan, simulate(plan, 640));
    const year = periodId('FY2027');
    const team = readLevel(levels, { kind: 'manager', id: 'manager-1' }, year)!;
    const seat = readSeat(levels, plan.seats[0]!.id, year)!;
    const spread = readSeatSpread(levels, plan.seats[0]!.id, year)!;
    expect(seat.meanBookings).toBeCloseTo(team.bookings.mean, 6);
    expect(spread.bookings.sd).toBeCloseTo(team.bookings.sd, 4);
    expect(seat.attainment?.mean).toBeCloseTo(team.year!.attainment!.mean, 9);
    expect(seat.attainment?.atQuota).toEqual(team.year!.attainment!.atQuota);
    const months = readSeatMonths(levels, plan.seats[0]!.id)!;
    expect(months.slice(0, 12).reduce((total, each) => total + each, 0)).toBeCloseTo(seat.meanBookings, 6);
  });

  it('count a group’s chance against the quota that its layer has', () => {
    const { levels, periods } = sized!.summary;
    const manager: Level = { kind: 'manager', id: 'manager-2' };
    const { plan } = sized!;
    const quotas = new Map(plan.roles.map(({ id, annualQuota }) => [id, annualQuota]));
    const team = plan.seats.filter(({ managerId }) => managerId === 'manager-2');
    const read = readLevel(levels, manager, periodId('FY2028'));
    const season = 8 / 12;
    const started = team.map(({ roleId }) => (quotas.get(roleId) ?? 0) * season);
    expect(read?.target).toBeCloseTo(
      started.reduce((total, each) => total + each, 0),
      6,
    );
    expect(periods.some(({ chance }) => chance)).toBe(true);
    expect(read?.chance?.standardError).toBeGreaterThan(0);
  });

  it('that are not there are undefined', () => {
    const { levels } = sized!.summary;
    expect(readLevel(levels, { kind: 'manager', id: 'nobody' }, periodId('FY2027'))).toBeUndefined();
    expect(readLevel(levels, whole, periodId('FY2099'))).toBeUndefined();
    expect(readLevelMonth(levels, whole, 20)).toBeUndefined();
    expect(readSeat(levels, seatId('nobody'), periodId('FY2027'))).toBeUndefined();
    expect(readSeat(levels, plans[1]!.seats[0]!.id, periodId('FY2027-Q1'))).toBeUndefined();
    expect(readSeatSpread(levels, seatId('nobody'), periodId('FY2027'))).toBeUndefined();
    expect(readSeatMonths(levels, seatId('nobody'))).toBeUndefined();
  });

  it('of months have a mean and a spread for managers and territories, percentiles for the others', () => {
    const { levels } = full!.summary;
    const month = (level: Level) => Object.keys(readLevelMonth(levels, level, 2) ?? {});
    expect(month({ kind: 'manager', id: 'north' })).toEqual(['mean', 'sd', 'standardError']);
    expect(month({ kind: 'territory', id: 'iberia' })).toEqual(['mean', 'sd', 'standardError']);
    for (const kind of ['region', 'role'] as const)
      expect(month({ kind, id: levels.ids[kind][1]! })).toContain('percentiles');
  });

  it('without a quota have no attainment, and roles that do not sell cost all the same', () => {
    const { levels } = full!.summary;
    const support = readLevel(levels, { kind: 'role', id: 'sdr' }, periodId('FY2027'));
    expect(support?.year?.attainment).toBeUndefined();
    expect(support?.target).toBeUndefined();
    expect(support?.year?.cost.mean).toBeGreaterThan(0);
    expect(support?.year?.contribution.percentiles.every((each) => each < 0)).toBe(true);
  });

  it('are named as the engine keeps them', () => {
    const places = [
      'ATTAINMENT',
      'COST',
      'CONTRIBUTION',
      'LEAVERS',
      'VACANCY',
      'HEADCOUNT',
      'RAMPED',
      'AT_QUOTA',
      'SHARE_AT_QUOTA',
    ];
    expect(places.map((name) => (field as Record<string, unknown>)[`MEASURE_${name}`])).toEqual(
      MEASURE_NAMES.map((_, place) => place),
    );
    expect(field.MEASURES).toBe(MEASURE_NAMES.length);
  });
});

describe('the ranges of sketches', () => {
  it('hold what the plans come to: nothing lies above, but of the attainment of a few', () => {
    for (const { summary, totals } of runs) {
      const { levels } = summary;
      const { groups, months, quarters, years } = totals.shape;
      for (let group = 0; group < groups; group++) {
        for (let period = 0; period < months + quarters + years; period++)
          expect(bookingSketch(levels, group, period)?.counts[194] ?? 0).toBe(0);
        for (const name of MEASURE_NAMES)
          for (let year = 0; year < years; year++)
            expect(
              measureSketch(levels, group, year, name).counts[194],
              `${group} ${name}`,
            ).toBeLessThanOrEqual(
              // a person of a few months may attain more than eight times the quota of them
              name === 'attainment' ? 6 : 0,
            );
      }
    }
  });

  it('come from the plan alone, whatever the order of its seats, and follow its levers', () => {
    const plan = plans[1]!;
    const floors = sketchFloors(plan);
    const turned = sketchFloors({ ...plan, seats: plan.seats.toReversed() });
    expect(turned.seat).toEqual(floors.seat.toReversed());
    for (const key of ['month', 'quarter', 'year', 'cost', 'count'] as const)
      expect(turned[key]).toEqual(floors[key]);
    const doubled = sketchFloors({ ...plan, levers: { ...plan.levers, dealSize: 2 } });
    // an octave higher
    expect([...doubled.year]).toEqual([...floors.year].map((floor) => floor + 16));
  });

  it('of a territory count its potential once, however many work it', () => {
    const plan = makeFullPlan();
    const { territories } = plan;
    const nordics = 1 + plan.regions.length + plan.managers.length;
    const potential = territories[0]!.potential!;
    const more: Plan = { ...plan, seats: [...plan.seats, { ...plan.seats[2]!, id: seatId('more') }] };
    expect(sketchFloors(more).year[nordics]).toBe(sketchFloors(plan).year[nordics]);
    const richer = {
      ...plan,
      territories: [{ ...territories[0]!, potential: money(2 * potential) }, territories[1]!],
    };
    expect(sketchFloors(richer).year[nordics]).toBe((sketchFloors(plan).year[nordics] ?? 0) + 16);
  });
});

test('5,000 seats under 625 managers over 60 months fit into 25 MB, and what is read is made when it is read', () => {
  const plan = makePlanOfSize({ seats: 5000, months: 60, seed: 1 });
  const { levels } = summarise(plan, simulate(plan, BLOCK_TRIALS));
  const bytes = (value: unknown): number => {
    if (ArrayBuffer.isView(value)) return value.byteLength;
    if (typeof value === 'object' && value !== null)
      return Object.values(value).reduce((sum: number, each) => sum + bytes(each), 0);
    return typeof value === 'string' ? value.length : 8;
  };
  expect(bytes(levels)).toBeLessThan(25e6);
  const copy = structuredClone(levels);
  const year: PeriodId = periodId('FY2029');
  const level: Level = { kind: 'manager', id: 'manager-400' };
  expect(readLevel(copy, level, year)).toEqual(readLevel(levels, level, year));
});

test('a summary is written with its levels by name', () => {
  const { summary, plan } = runs[0]!;
  const text = writeSummary(summary);
  const written = JSON.parse(text);
  expect(
    written.levels.groups.map(({ kind, id = '' }: { kind: string; id?: string }) => `${kind} ${id}`),
  ).toEqual([
    'plan ',
    ...plan.regions.map(({ id }) => `region ${id}`),
    ...plan.managers.map(({ id }) => `manager ${id}`),
    ...plan.territories.map(({ id }) => `territory ${id}`),
    ...plan.roles.map(({ id }) => `role ${id}`),
  ]);
  expect(written.levels.seats.map(({ seatId: id }: { seatId: string }) => id)).toEqual(
    plan.seats.map(({ id }) => id),
  );
  const seat = written.levels.seats[2];
  expect(seat.years[0]).toMatchObject(readSeat(summary.levels, seatId('ae-1'), periodId('FY2027'))!);
  expect(seat.quarters).toHaveLength(6);
  expect(seat.months[0]).toMatchObject({ month: '2027-01' });
  expect(text).not.toContain('NaN');
});
