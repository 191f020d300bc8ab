import { describe, expect, it } from 'vitest';
import { featurePlans } from '../../../src/bench/featurePlans';
import { dateAt, daysBetween } from '../../../src/decide/replay/dateAt';
import { extremeTrials } from '../../../src/decide/replay/extremeTrials';
import type { Moment, Story } from '../../../src/decide/replay/story';
import { tellStory } from '../../../src/decide/replay/tellStory';
import { monthsFromStart, planPeriods } from '../../../src/model/calendar';
import type { Plan, Seat } from '../../../src/model/plan';
import type { Result } from '../../../src/model/problem';
import { days, eventId, isoDate, isoMonth, money, periodId, seatId, share } from '../../../src/model/units';
import type { Replay, ReplayEvent } from '../../../src/sim/replay';
import { inProcess, samplePlan } from '../../runner/runs';
import { makeTestPlan } from '../../sim/support/testPlan';

const FY27 = periodId('FY2027');

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.value;
}

const storyOf = async (plan: Plan, trial: number): Promise<Story> =>
  tellStory(plan, valueOf(await inProcess().replay(plan, trial)));

const monthsOf = (story: Story) =>
  story.years.flatMap(({ quarters }) => quarters.flatMap(({ months }) => months));
const momentsOf = (story: Story) => monthsOf(story).flatMap(({ moments }) => moments);

/** A replay of one quiet year in which that happened and nothing was booked. */
function madeReplay(plan: Plan, events: readonly ReplayEvent[]): Replay {
  const months = plan.calendar.months;
  const row = {
    bookings: new Float64Array(months),
    headcount: new Uint16Array(months),
    rampedEquivalents: new Float64Array(months),
    cost: new Float64Array(5),
    vacancy: new Float64Array(5),
    withQuota: new Uint32Array(5),
    atQuota: new Uint32Array(5),
    leavers: new Uint32Array(1),
    starters: new Uint32Array(1),
    market: new Float64Array(1),
    largestDeal: new Float64Array(1),
    deals: new Uint32Array(1),
    events: new Uint32Array(0),
  };
  return { trial: 3, events, row };
}

describe('a story', () => {
  const plans = featurePlans().map((plan) => [plan.name, plan] as const);

  it.each(plans)(
    'books what the run says of that trial, to the bit, by year, quarter and month: %s',
    async (_, plan) => {
      const runner = inProcess();
      const sample = valueOf(await runner.sample(plan, { trials: 6 }));
      const story = await storyOf(plan, 5);
      const year = (first: number, end: number) => {
        let sum = 0;
        for (let month = first; month < end; month++)
          sum += sample.bookings[5 * plan.calendar.months + month] ?? 0;
        return sum;
      };
      const periods = planPeriods(plan.calendar);
      const years = periods.filter(({ kind }) => kind === 'year');
      expect(story.years.map(({ bookings }) => bookings)).toEqual(
        years.map(({ firstMonth, endMonth }) => year(firstMonth, endMonth)),
      );
      expect(story.years.flatMap(({ quarters }) => quarters.map(({ bookings }) => bookings))).toEqual(
        periods
          .filter(({ kind }) => kind === 'quarter')
          .map(({ firstMonth, endMonth }) => year(firstMonth, endMonth)),
      );
      expect(monthsOf(story)).toHaveLength(plan.calendar.months);
      for (const { bookings, quarters } of story.years)
        expect(quarters.at(-1)?.months.at(-1)?.yearToDate).toBe(bookings);
    },
  );

  it.each(plans)('counts as many deals, starts and leavers as the run does: %s', async (_, plan) => {
    const replay = valueOf(await inProcess().replay(plan, 2));
    const { years } = tellStory(plan, replay);
    const total = (read: (year: (typeof years)[number]) => number) =>
      years.reduce((sum, year) => sum + read(year), 0);
    expect(total(({ deals }) => deals)).toBe(replay.row.deals[0]);
    expect(total(({ leavers }) => leavers)).toBe(replay.row.leavers[0]);
    expect(total(({ starters }) => starters)).toBe(replay.row.starters[0]);
  });

  it('tells the ten largest deals of a year, largest ranked first, in the months they closed in', async () => {
    const plan = samplePlan(10);
    const { events } = valueOf(await inProcess().replay(plan, 1));
    const amounts = events.flatMap((event) => (event.kind === 'deal' ? [event.amount] : []));
    const told = momentsOf(await storyOf(plan, 1)).filter((moment) => moment.kind === 'deal');
    const ranked = told.toSorted((a, b) => a.rank - b.rank);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(ranked.map(({ amount }) => amount)).toEqual(amounts.toSorted((a, b) => b - a).slice(0, 10));
  });
});

describe('lives in a story', () => {
  const [ana, ben, cleo] = [seatId('ana'), seatId('ben'), seatId('cleo')];
  const seats = (overrides: Partial<Seat>[] = []): Plan => {
    const plan = makeTestPlan({ seats: 3 });
    const made = plan.seats.map((seat, index): Seat => ({
      ...seat,
      id: [ana, ben, cleo][index] ?? ana,
      ...overrides[index],
    }));
    return { ...plan, seats: made };
  };
  const told = (plan: Plan, events: readonly ReplayEvent[]): Moment[] =>
    momentsOf(tellStory(plan, madeReplay(plan, events)));

  it('say for how long a seat stands vacant, and by when it is filled', () => {
    const moments = told(seats(), [
      { kind: 'left', month: 2.5, seatId: ana },
      { kind: 'started', month: 4, seatId: ana },
      { kind: 'left', month: 8, seatId: ana },
    ]);
    expect(moments).toEqual([
      {
        kind: 'left',
        seatId: ana,
        date: '2027-03-16',
        first: true,
        vacancy: { kind: 'filled', days: 46, until: '2027-05-01' },
      },
      { kind: 'started', seatId: ana, date: '2027-05-01', vacantDays: 46 },
      {
        kind: 'left',
        seatId: ana,
        date: '2027-09-01',
        first: false,
        vacancy: { kind: 'stillOpen', days: 122 },
      },
    ]);
  });

  it('say who is not replaced', () => {
    const moments = told(seats([{ backfill: false }]), [{ kind: 'left', month: 2, seatId: ana }]);
    expect(moments).toMatchObject([{ kind: 'left', vacancy: { kind: 'notReplaced' } }]);
  });

  it('say how late a planned hire starts, and who does not start at all', () => {
    const planned = (start: string): Partial<Seat> => ({
      occupant: { kind: 'planned', start: isoDate(start) },
    });
    const plan = seats([planned('2027-02-10'), planned('2027-11-20'), planned('2029-01-01')]);
    const moments = told(plan, [
      { kind: 'started', month: monthsFromStart(plan.calendar, isoDate('2027-03-01')), seatId: ana },
    ]);
    expect(moments).toEqual([
      { kind: 'started', seatId: ana, date: '2027-03-01', lateDays: 19 },
      { kind: 'notStarted', seatId: ben, planned: '2027-11-20' },
    ]);
  });

  it('tell moves as leaving one seat for the other, closings, and risks from month to month', () => {
    const risk = eventId('strike');
    const moments = told(seats(), [
      { kind: 'happened', month: 1, eventId: risk, until: 3 },
      { kind: 'moved', month: 1, seatId: ana, fromSeatId: ben },
      { kind: 'started', month: 1.5, seatId: ben },
      { kind: 'reduced', month: 6, seatId: cleo },
    ]);
    expect(moments).toEqual([
      { kind: 'risk', eventId: risk, from: isoMonth('2027-02'), until: isoMonth('2027-04') },
      {
        kind: 'moved',
        seatId: ana,
        fromSeatId: ben,
        date: '2027-02-01',
        vacancy: { kind: 'filled', days: 14, until: '2027-02-15' },
      },
      { kind: 'started', seatId: ben, date: '2027-02-15', vacantDays: 14 },
      { kind: 'reduced', seatId: cleo, date: '2027-07-01' },
    ]);
  });

  it('of a plan in which nothing happens has months with nothing in them', () => {
    const plan = seats();
    const months = monthsOf(tellStory(plan, madeReplay(plan, [])));
    expect(months).toHaveLength(12);
    expect(months.every(({ moments, deals }) => moments.length === 0 && deals === 0)).toBe(true);
  });

  it('are those of the engine: vacancies told add up to its own count', async () => {
    const plan = makeTestPlan({
      seats: 30,
      role: { annualAttrition: share(0.5), timeToFill: { p50: days(40), p90: days(90) } },
    });
    const { years } = await storyOf(plan, 4);
    const { row } = valueOf(await inProcess().replay(plan, 4));
    const vacancies = years
      .flatMap(({ quarters }) => quarters.flatMap(({ months }) => months.flatMap(({ moments }) => moments)))
      .flatMap((moment) => (moment.kind === 'left' ? [moment.vacancy] : []));
    expect(vacancies.length).toBeGreaterThan(8);
    const total = vacancies.reduce((sum, each) => sum + (each.kind === 'notReplaced' ? 0 : each.days), 0);
    // each vacancy is told in whole days
    expect(Math.abs(total / 30.4375 - (row.vacancy[0] ?? NaN))).toBeLessThan(vacancies.length / 20);
  });
});

describe('dates of a story', () => {
  it('are the days that months from the start stand for', () => {
    const { calendar } = samplePlan(1);
    for (const text of ['2027-01-01', '2027-02-28', '2027-03-31', '2027-12-31', '2028-02-29', '2026-11-15'])
      expect(dateAt(calendar, monthsFromStart(calendar, isoDate(text)))).toBe(text);
    expect(daysBetween(isoDate('2027-02-27'), isoDate('2027-03-02'))).toBe(3);
  });
});

describe('the worst and the best trial', () => {
  it('book least and most of all trials', async () => {
    const plan = samplePlan(300);
    const { worst, best } = valueOf(await extremeTrials(inProcess(), plan, FY27));
    const booked = async (trial: number) => (await storyOf(plan, trial)).years[0]?.bookings ?? NaN;
    const run = valueOf(await inProcess().run(plan));
    const { nearest } = run.periods.at(-1) ?? { nearest: { p10: 0, p50: 0, p90: 0 } };
    const [low, p10, p50, p90, high] = await Promise.all(
      [worst, nearest.p10, nearest.p50, nearest.p90, best].map(booked),
    );
    expect([low, p10, p50, p90, high]).toEqual([low, p10, p50, p90, high].toSorted((a = 0, b = 0) => a - b));
    expect(low).toBeLessThan(p10 ?? 0);
    expect(high).toBeGreaterThan(p90 ?? Infinity);
  });

  it('of a plan in which nothing is sold are the first', async () => {
    const plan = makeTestPlan({ role: { productivity: { perMonth: money(0), cv: 0 } } });
    expect(valueOf(await extremeTrials(inProcess(), plan, FY27, { trials: 10 }))).toEqual({
      worst: 0,
      best: 0,
    });
  });

  it('of a period that the plan does not have are refused', async () => {
    const refused = await extremeTrials(inProcess(), samplePlan(10), periodId('FY1999'));
    expect(refused.ok).toBe(false);
  });
});
