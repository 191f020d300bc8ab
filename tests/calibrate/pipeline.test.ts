import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalibrationOptions } from '../../src/calibrate/report';
import { makeWinChance } from '../../src/calibrate/winChance';
import type { Opportunity } from '../../src/model/history';
import { meanDealSize } from '../../src/model/meanDealSize';
import { seededDraws } from '../../src/model/seededDraws';
import { isoDate, isoMonth, money } from '../../src/model/units';
import { calibrated, dealsOf, historyOf } from './support/madeHistory';

const dayAfter = (date: string, days: number) =>
  isoDate(new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10));

const lasting = (
  id: string,
  created: string,
  days: number,
  outcome: Opportunity['outcome'],
): Opportunity => ({
  id,
  seller: 'Anna',
  outcome,
  created: isoDate(created),
  ...(outcome === 'open' ? {} : { closed: dayAfter(created, days) }),
});

describe('the chance of an opportunity that is still open', () => {
  const span = { from: isoDate('2024-01-01'), to: isoDate('2024-12-31') };

  test('is what became of those that were as old: wins after that age ÷ all that reached it, the undecided too', () => {
    const many = [
      ...Array.from({ length: 40 }, (_, i) => lasting(`a${i}`, '2024-03-01', 10, 'won')),
      ...Array.from({ length: 30 }, (_, i) => lasting(`b${i}`, '2024-03-01', 30, 'won')),
      ...Array.from({ length: 10 }, (_, i) => lasting(`c${i}`, '2024-03-01', 30, 'lost')),
      ...Array.from({ length: 20 }, (_, i) => lasting(`d${i}`, '2024-03-01', 0, 'open')),
    ];
    const chance = makeWinChance(many, span);
    expect(chance(0)).toBeCloseTo(0.7, 12);
    expect(chance(10)).toBeCloseTo(0.7, 12);
    expect(chance(11)).toBeCloseTo(0.5, 12);
    // twenty are older than anything that was ever won
    expect(chance(31)).toBe(0);
    expect(chance(400)).toBe(0);
  });

  test('is that of the last age which twenty reached, where fewer were older', () => {
    const many = [
      ...Array.from({ length: 40 }, (_, i) => lasting(`a${i}`, '2024-03-01', 10, 'lost')),
      ...Array.from({ length: 25 }, (_, i) => lasting(`b${i}`, '2024-03-01', 20, 'won')),
      lasting('c', '2024-03-01', 90, 'lost'),
    ];
    const chance = makeWinChance(many, span);
    expect(chance(15)).toBeCloseTo(25 / 26, 12);
    expect(chance(60)).toBeCloseTo(25 / 26, 12);
    expect(chance(91)).toBeCloseTo(25 / 26, 12);
  });

  test('does not take the slow ones that a history begins with for all of their time: they are in it for being slow', () => {
    // half of all are won on their tenth day, half lost on their fiftieth; the history begins on the fortieth of the first lot
    const lots = ['2023-11-22', '2024-03-01', '2024-05-01'].flatMap((created, lot) =>
      Array.from({ length: 60 }, (_, i) =>
        i % 2 === 0
          ? lasting(`w${lot}-${i}`, created, 10, 'won')
          : lasting(`l${lot}-${i}`, created, 50, 'lost'),
      ),
    );
    const chance = makeWinChance(lots, span);
    expect(chance(0)).toBeCloseTo(0.5, 12);
    expect(chance(20)).toBe(0);
  });

  test('is right within 4 standard errors of 6,000 opportunities whose chance changes with age, seed 3', () => {
    // lives of up to 100 days; the chance of a win falls from all to nothing over them, 50 % in all
    const draw = seededDraws(3);
    const many = Array.from({ length: 6000 }, (_, i): Opportunity => {
      const created = dayAfter('2023-09-01', Math.floor(480 * draw()));
      const life = Math.floor(100 * draw());
      const closed = dayAfter(created, life);
      const won = draw() > (life + 0.5) / 100;
      if (closed > span.to) return lasting(`o${i}`, created, life, 'open');
      return lasting(`o${i}`, created, life, won ? 'won' : 'lost');
    }).filter(({ created = '', closed = '9' }) => closed >= span.from && created <= span.to);
    const chance = makeWinChance(many, span);
    for (const age of [0, 20, 50, 80]) {
      const exact = (1 - age / 100) / 2;
      // at least half of those in the history are in view at any age
      const reached = (many.length * (1 - age / 100)) / 2;
      expect(Math.abs(chance(age) - exact)).toBeLessThan(
        4 * Math.sqrt((exact * (1 - exact)) / reached) + 0.005,
      );
    }
  });
});

describe('the pipeline of a history', () => {
  const start = '2023-01';
  /** Four sellers with ten deals a month that took twenty days; four more are lost a month. */
  const decided = ['Anna', 'Ben', 'Cleo', 'Dan'].flatMap((seller) =>
    dealsOf({ seller, from: start, months: 12, won: () => 14 }).map((deal, index): Opportunity => {
      const created = dayAfter(deal.closed ?? '', -20);
      const product = index % 2 === 0 ? 'Desk' : 'Chair';
      if (index % 7 < 5) return { ...deal, created, product, amount: money(product === 'Desk' ? 2000 : 500) };
      const { amount: _amount, ...lost } = deal;
      return { ...lost, created, product, outcome: 'lost' };
    }),
  );
  const open: Opportunity[] = [
    {
      id: 'o1',
      seller: 'Anna',
      outcome: 'open',
      created: isoDate('2023-12-20'),
      amount: money(900),
      account: 'Acme',
    },
    { id: 'o2', seller: 'Anna', outcome: 'open', created: isoDate('2023-11-20'), product: 'Desk' },
    { id: 'o3', seller: 'Ben', outcome: 'open', product: 'Lamp' },
    { id: 'o4', outcome: 'open', created: isoDate('2023-12-20') },
  ];
  const piped = (opportunities: readonly Opportunity[], options: CalibrationOptions = {}) =>
    calibrated(historyOf(opportunities), { pipeline: true, ...options });

  test('is in the report, and in the plan only where it is asked for', () => {
    const { plan, report } = calibrated(historyOf([...decided, ...open]));
    expect(plan.roles.some((role) => 'pipeline' in role)).toBe(false);
    expect(plan.openPipeline).toEqual({ stages: [], opportunities: [] });
    const asked = piped([...decided, ...open]);
    expect(asked.report.pipeline).toEqual(report.pipeline);
    expect({ ...asked.plan, openPipeline: plan.openPipeline, roles: plan.roles }).toEqual(plan);
  });

  test('has the cycle and the win rate with their base', () => {
    const { plan, report } = piped([...decided, ...open]);
    expect(report.pipeline).toMatchObject({
      won: 480,
      cycle: { p50: 20.5, p90: 20.5 },
      winRate: { won: 480, closed: 672, rate: 480 / 672 },
    });
    expect(plan.roles[0]?.pipeline).toEqual({
      winRate: 0.7142857143,
      winRateBase: 672,
      cycle: { p50: 20.5, p90: 20.5 },
      leaverKept: 0.5,
      opening: 'listed',
    });
  });

  test('lists what is open by age, with the amount of its product or its owner where it has none', () => {
    const { plan, report } = piped([...decided, ...open]);
    const own = meanDealSize(plan.roles[0]?.dealSize ?? { kind: 'fixed', amount: money(0) });
    expect(plan.openPipeline).toEqual({
      stages: [
        { id: 'stage-0', name: 'Open for 0 to 29 days', winRate: expect.closeTo(480 / 672, 2) },
        { id: 'stage-30', name: 'Open for 30 to 59 days', winRate: expect.any(Number) },
      ],
      opportunities: [
        {
          id: 'opportunity-o1',
          name: 'Acme',
          seatId: 'seat-anna',
          amount: 900,
          ageDays: 12,
          stageId: 'stage-0',
        },
        { id: 'opportunity-o2', seatId: 'seat-anna', amount: 2000, ageDays: 42, stageId: 'stage-30' },
        {
          id: 'opportunity-o3',
          seatId: 'seat-ben',
          amount: expect.closeTo(own, -1),
          ageDays: 0,
          stageId: 'stage-0',
        },
      ],
    });
    expect(report.pipeline).toMatchObject({ withoutSeat: 1, withoutAmount: 2, withoutCreation: 1 });
    expect(report.pipeline?.stages.map(({ opportunities }) => opportunities)).toEqual([2, 1]);
    const wins = plan.openPipeline.stages.map(({ winRate }) => winRate);
    expect(report.pipeline?.expectedWins).toBeCloseTo(2 * (wins[0] ?? 0) + (wins[1] ?? 0), 4);
    // forty deals a month that take 20.5 days
    expect(report.pipeline?.steadyWins).toBeCloseTo((40 * 20.5) / 30.4375, 0);
    expect(report.pipeline?.rules.some((rule) => rule.includes('1 open has no owner with a seat'))).toBe(
      true,
    );
  });

  test('of decided deals alone is steady, for a list of none would leave the first months empty', () => {
    const { plan, report } = piped(decided);
    expect(plan.roles[0]?.pipeline?.opening).toBe('steady');
    expect(report.pipeline?.rules).toContain(
      'No opportunity is listed as open: what closes first is as much as had always been created.',
    );
  });

  test('does not list what was open long before the plan starts', () => {
    const { plan, report } = piped([...decided, ...open], { planStart: isoMonth('2024-07') });
    expect(plan.openPipeline.opportunities).toEqual([]);
    expect(plan.roles[0]?.pipeline?.opening).toBe('steady');
    expect(report.pipeline?.rules.join(' ')).toMatch(/must end within 92 days of the plan's start/);
  });

  test('of a plan that starts within the history is what was open then', () => {
    const { plan } = piped(decided, { planStart: isoMonth('2023-07') });
    const listed = plan.openPipeline.opportunities;
    expect(listed).toHaveLength(
      decided.filter(({ created = '', closed = '' }) => created < '2023-07-01' && closed >= '2023-07-01')
        .length,
    );
    expect(Math.max(...listed.map(({ ageDays }) => ageDays))).toBeLessThanOrEqual(20);
  });

  test('is unknown with fewer than thirty cycles: the plan stays in the direct form, and a warning says so', () => {
    const undated = decided.map(({ created: _created, ...deal }) => deal);
    const { plan, report } = piped(undated);
    expect(report).not.toHaveProperty('pipeline');
    expect(plan.roles[0]).not.toHaveProperty('pipeline');
    expect(report.warnings).toContain(
      'Fewer than 30 won deals with the days of their creation and closing: how long deals take is unknown, so they close in the month of the effort.',
    );
    expect(
      calibrated(historyOf(undated)).report.warnings.some((each) => each.startsWith('Fewer than 30')),
    ).toBe(false);
  });

  test('of a role with enough deals is its own, else that of all', () => {
    const sellers = [
      { name: 'Anna', segment: 'SMB' },
      ...['Ben', 'Cleo', 'Dan'].map((name) => ({ name, segment: 'Enterprise' })),
    ];
    const slow = decided.map((deal) =>
      deal.seller === 'Anna' ? deal : { ...deal, created: dayAfter(deal.closed ?? '', -60) },
    );
    const cycles = (opportunities: readonly Opportunity[]) =>
      calibrated(historyOf(opportunities, sellers), { pipeline: true }).plan.roles.map(
        ({ name, pipeline }) => [name, pipeline?.cycle.p50],
      );
    expect(cycles(slow)).toEqual([
      ['Enterprise seller', 60.5],
      ['SMB seller', 20.5],
    ]);
    let left = 20;
    expect(cycles(slow.filter(({ seller }) => seller !== 'Anna' || left-- > 0))).toEqual([
      ['Enterprise seller', 60.5],
      ['SMB seller', 60.5],
    ]);
  });

  test('does not depend on the order of the opportunities', () => {
    const opportunities = [...decided.slice(0, 400), ...open];
    const expected = piped(opportunities);
    fc.assert(
      fc.property(fc.shuffledSubarray(opportunities, { minLength: opportunities.length }), (shuffled) => {
        expect(piped(shuffled)).toEqual(expected);
      }),
      { seed: 8, numRuns: 10 },
    );
  });
});

describe('the mean deal size', () => {
  const sales = ['Anna', 'Ben', 'Cleo'].flatMap((seller) =>
    dealsOf({ seller, from: '2023-01', months: 12, won: (month) => 4 + (month % 3) }),
  );
  const roleOf = (options: CalibrationOptions) => calibrated(historyOf(sales), options).plan.roles[0];

  test('is known to sd ÷ √n ÷ mean, beside what is known of the number of deals', () => {
    const role = roleOf({});
    if (role?.dealSize.kind !== 'empirical') throw new Error('the sizes must be those of the history');
    const { amounts, counts } = role.dealSize;
    const sizes = amounts.flatMap((amount, i) => Array<number>(counts[i] ?? 0).fill(amount));
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    const squares = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0);
    const error = Math.sqrt(squares / (sizes.length - 1) / sizes.length) / mean;
    expect(role.dealSizeCv).toBe(Number(error.toPrecision(4)));
  });

  test('taken as exact leaves bookings as uncertain as before: the two errors are then one', () => {
    const [apart, together] = [roleOf({}), roleOf({ dealSizeUncertainty: false })];
    expect(together).not.toHaveProperty('dealSizeCv');
    expect(together?.productivity.cv).toBeCloseTo(
      Math.hypot(apart?.productivity.cv ?? 0, apart?.dealSizeCv ?? 0),
      4,
    );
  });
});
