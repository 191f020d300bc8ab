import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibratePlan } from '../../src/calibrate/calibratePlan';
import { monthFromNumber, monthNumber } from '../../src/model/calendar';
import type { Opportunity, Seller } from '../../src/model/history';
import { isoDate, isoMonth, money } from '../../src/model/units';
import { calibrated, dealsOf, historyOf, type Deals } from './support/madeHistory';

const team = (months: number, from = '2023-01', won: Deals['won'] = () => 10) =>
  ['Anna', 'Ben', 'Cleo', 'Dan'].flatMap((seller, index) =>
    dealsOf({ seller, from, months, won: (month) => won(month) + index }),
  );

describe('the window', () => {
  test('is the full quarters; half a quarter at either end counts for months, not for rates', () => {
    const { report } = calibrated(historyOf(team(8, '2023-02')));
    expect(report.window).toEqual({ from: '2023-04', to: '2023-09', months: 6, fullQuarters: 2 });
    expect(report.months.every(({ full }) => full)).toBe(true);
    expect(report.quarters.map(({ label, full }) => [label, full])).toEqual([
      ['FY2023-Q1', false],
      ['FY2023-Q2', true],
      ['FY2023-Q3', true],
    ]);
  });

  test('follows the fiscal year', () => {
    const { report, plan } = calibrated(historyOf(team(6, '2023-02')), { fiscalYearStart: 2 });
    expect(report.quarters.map(({ label, full }) => [label, full])).toEqual([
      ['FY2024-Q1', true],
      ['FY2024-Q2', true],
    ]);
    expect(plan.calendar).toEqual({ start: '2023-08', months: 12, fiscalYearStart: 2 });
    expect(plan.targets.map(({ period }) => period)).toEqual([
      'FY2024-Q3',
      'FY2024-Q4',
      'FY2025-Q1',
      'FY2025-Q2',
    ]);
  });

  test('of one quarter, or of none, is warned of', () => {
    expect(calibrated(historyOf(team(3))).report.warnings[0]).toMatch(
      /^One quarter of history is too little/,
    );
    const none = calibrated(historyOf(team(2)));
    expect(none.report.warnings[0]).toMatch(/^No full quarter of history \(2 full months\)/);
    expect(none.report.window.months).toBe(2);
    expect(none.report.target.rule).toMatch(/^Twelve times the mean monthly bookings/);
  });

  test('can be narrowed to a part of the history', () => {
    const { report } = calibrated(historyOf(team(24)), {
      historyFrom: isoMonth('2023-07'),
      historyTo: isoMonth('2024-03'),
    });
    expect([report.from, report.to, report.window.fullQuarters]).toEqual(['2023-07-01', '2024-03-28', 3]);
    expect(report.counts.won).toBe(9 * 46);
  });
});

describe('sellers', () => {
  test('who fell silent for 90 days have left: no seat, but their share in the prior and in attrition', () => {
    const left = dealsOf({ seller: 'Eve', from: '2023-01', months: 6, won: () => 8 });
    const { plan, report } = calibrated(historyOf([...team(12), ...left]));
    expect(plan.seats.map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Cleo', 'Dan']);
    expect(report.attrition.leaverNames).toEqual(['Eve']);
    expect(
      report.warnings.some((warning) => warning.includes('taken to have left and given no seat: Eve.')),
    ).toBe(true);
    // Four from 1 January to 90 days before 28 December (29 September), Eve to 28 June.
    const exposure = 4 * (8 + 28 / 30) + 5 + 27 / 30;
    expect(report.attrition.personMonths).toBeCloseTo(exposure, 8);
    const force = -Math.log(1 - report.attrition.segmentDefault) / 12;
    expect(report.attrition.annual).toBeCloseTo(1 - Math.exp((-12 * 3) / (2 / force + exposure)), 4);
    expect(report.sellers.find(({ name }) => name === 'Eve')?.exposureMonths).toBeCloseTo(5 + 27 / 30, 8);
  });

  test('who came later are measured from the end of their ramp, which the engine applies itself', () => {
    // An SMB ramp of three months under full productivity, then ten deals a month as the others.
    const late = dealsOf({
      seller: 'Finn',
      from: '2023-07',
      months: 6,
      won: (month) => [1, 2, 5][month] ?? 11,
    });
    const { plan, report } = calibrated(historyOf([...team(12), ...late]));
    const finn = report.sellers.find(({ name }) => name === 'Finn');
    expect(finn).toMatchObject({ exposureMonths: 3, won: 33 });
    expect(finn?.dealsPerMonth.mean).toBeGreaterThan(10.5);
    expect(finn?.dealsPerMonth.mean).toBeLessThan(12);
    const seat = plan.seats.find(({ name }) => name === 'Finn');
    expect(seat?.occupant.kind === 'incumbent' && seat.occupant.hired).toBe('2023-07-01');
  });

  test('who are still on the ramp when the history ends have the rate of their role, and a warning names them', () => {
    const late = dealsOf({ seller: 'Finn', from: '2023-10', months: 3, won: () => 1 });
    const { report } = calibrated(historyOf([...team(12), ...late]));
    const finn = report.sellers.find(({ name }) => name === 'Finn');
    expect(finn).toMatchObject({ exposureMonths: 0, won: 0 });
    expect(finn?.dealsPerMonth.mean).toBeCloseTo(report.prior.shape / report.prior.rate, 6);
    expect(report.warnings).toContain(
      'Still on the ramp when the history ends, so forecast as the average of their role: Finn.',
    );
  });

  test('who were there in strong months alone are measured in average ones', () => {
    const seasonal = (month: number) => (Math.floor(month / 3) % 4 === 3 ? 40 : 20);
    // ramped when the strong quarter begins
    const late = dealsOf({
      seller: 'Finn',
      from: '2024-07',
      months: 6,
      won: (month) => (month < 3 ? 5 : 40),
    });
    const { plan, report } = calibrated(historyOf([...team(24, '2023-01', seasonal), ...late]));
    const rate = (name: string) =>
      report.sellers.find((seller) => seller.name === name)?.dealsPerMonth.mean ?? 0;
    // Finn's 40 a month are Anna's 40 in the same quarter, and some 25 a month of the whole year.
    expect(rate('Finn')).toBeLessThan(rate('Anna') + 1);
    const seat = plan.seats.find(({ name }) => name === 'Finn');
    const history = seat?.occupant.kind === 'incumbent' ? seat.occupant.history : undefined;
    const quarter = plan.seasonality.slice(9).reduce((sum, weight) => sum + weight, 0);
    expect(history?.dealsPerMonth.rate).toBeCloseTo(report.prior.rate + quarter, 6);
    expect(report.sellers.find(({ name }) => name === 'Finn')?.exposureMonths).toBe(3);
  });

  test('who were there when a short history began are past the ramp, for it is unknown since when', () => {
    const enterprise = ['Anna', 'Ben', 'Cleo', 'Dan', 'Finn'].map((name) => ({
      name,
      segment: 'Enterprise',
    }));
    const late = dealsOf({ seller: 'Finn', from: '2023-06', months: 1, won: () => 12 });
    const { plan, report } = calibrated(historyOf([...team(6), ...late], enterprise));
    const hired = (seller: string) => {
      const occupant = plan.seats.find(({ name }) => name === seller)?.occupant;
      return occupant?.kind === 'incumbent' ? occupant.hired : undefined;
    };
    // An enterprise ramp takes nine months; the plan starts in July.
    expect(hired('Anna')).toBe('2022-10-01');
    expect(hired('Finn')).toBe('2023-06-01');
    expect(report.warnings).toContain(
      'Already selling when the history begins, so taken to be past the ramp: Anna, Ben, Cleo, Dan. Set their hire dates in Team if they are new.',
    );
    const long = calibrated(historyOf(team(12), enterprise));
    expect(long.report.warnings.some((warning) => warning.startsWith('Already selling'))).toBe(false);
  });

  test('who came after the first month of a plan that starts within the history are there from its start', () => {
    const late = dealsOf({ seller: 'Finn', from: '2023-10', months: 3, won: () => 12 });
    const { plan } = calibrated(historyOf([...team(12), ...late]), { planStart: isoMonth('2023-07') });
    const seat = plan.seats.find(({ name }) => name === 'Finn');
    expect(seat?.occupant.kind === 'incumbent' && seat.occupant.hired).toBe('2023-07-01');
  });

  test('with fewer than five deals resample the sizes of all', () => {
    const few = dealsOf({ seller: 'Gil', from: '2023-11', months: 2, won: () => 2, amount: 5 });
    const { plan, report } = calibrated(historyOf([...team(12), ...few]));
    const seat = plan.seats.find(({ name }) => name === 'Gil');
    if (seat?.occupant.kind !== 'incumbent') throw new Error('no seat');
    expect(seat.occupant.history?.dealSize).toEqual(plan.roles[0]?.dealSize);
    expect(report.sellers.find(({ name }) => name === 'Gil')?.ownSizes).toBe(false);
  });

  test('of several segments have a role each, with the quotas of the team table', () => {
    const sellers: Seller[] = [
      { name: 'Anna', segment: 'Enterprise', annualQuota: money(900_000), hired: isoDate('2020-05-01') },
      { name: 'Ben', segment: 'Enterprise', annualQuota: money(800_000), hired: isoDate('2030-01-01') },
      { name: 'Cleo', segment: 'SMB' },
      { name: 'Dan', segment: 'SMB' },
    ];
    const { plan, report } = calibrated(historyOf(team(12), sellers));
    expect(plan.roles.map(({ name, annualQuota }) => [name, annualQuota])[0]).toEqual([
      'Enterprise seller',
      900_000,
    ]);
    expect(plan.roles.map(({ ramp }) => ramp.length)).toEqual([9, 4]);
    expect(plan.seats.map(({ annualQuota }) => annualQuota).slice(0, 2)).toEqual([undefined, 800_000]);
    expect(plan.seats.map(({ occupant }) => occupant.kind === 'incumbent' && occupant.hired)).toEqual([
      '2020-05-01',
      '2023-01-01',
      '2023-01-01',
      '2023-01-01',
    ]);
    expect(report.quotaRules).toEqual([
      'Enterprise seller: the median of the quotas in the team table.',
      'SMB seller: expected bookings of a year plus 15 % over-assignment, to two digits.',
    ]);
  });

  test('alone, or with open deals only, are warned of', () => {
    const open: Opportunity = { id: 'o', seller: 'Olga', outcome: 'open', created: isoDate('2023-05-01') };
    const { plan, report } = calibrated(
      historyOf([...dealsOf({ seller: 'Anna', from: '2023-01', months: 6, won: () => 4 }), open]),
    );
    expect(plan.seats.map(({ name }) => name)).toEqual(['Anna']);
    expect(report.warnings).toContain(
      'Fewer than three sellers: how much sellers differ is the default of their segment.',
    );
    expect(report.warnings).toContain('Nothing won or lost yet, so no seat: Olga. Add them in Team.');
  });

  test('a manager with sellers in one region stands in it, one with several in none, one of a region alone is made', () => {
    const sellers: Seller[] = [
      { name: 'Anna', manager: 'Max', region: 'West' },
      { name: 'Ben', manager: 'Max', region: 'East' },
      { name: 'Cleo', manager: 'Eve', region: 'West' },
      { name: 'Dan', region: 'South' },
    ];
    const { plan, report } = calibrated(historyOf(team(6), sellers));
    expect(plan.regions.map(({ name }) => name)).toEqual(['South', 'West']);
    expect(plan.managers).toEqual([
      { id: 'manager-eve', name: 'Eve', regionId: 'region-west' },
      { id: 'manager-max', name: 'Max' },
      { id: 'manager-south-team', name: 'South team', regionId: 'region-south' },
    ]);
    expect(report.warnings.at(-1)).toMatch(/Max have sellers in several/);
  });
});

describe('time', () => {
  test('two full years show how the quarters of the year differ; one does not', () => {
    const seasonal = (month: number) => (Math.floor(month / 3) % 4 === 3 ? 40 : 20);
    const two = calibrated(historyOf(team(24, '2023-01', seasonal))).report;
    const sums = [0, 1, 2, 3].map((quarter) =>
      two.seasonality.slice(3 * quarter, 3 * quarter + 3).reduce((sum, each) => sum + each, 0),
    );
    // 4 sellers × 20 or 40 deals and 6 more: 86, 86, 86 and 166 a month; shrunk by chance of a few percent.
    expect((sums[3] ?? 0) / 3).toBeCloseTo((4 * 166) / (3 * 86 + 166), 1);
    expect(two.seasonality.reduce((sum, each) => sum + each, 0)).toBeCloseTo(12, 9);
    const one = calibrated(historyOf(team(12, '2023-01', seasonal))).report;
    expect(new Set(one.seasonality.map((weight) => weight.toFixed(6)))).toEqual(new Set(['1.000000']));
  });

  test('a team that grows is no season', () => {
    const names = Array.from({ length: 16 }, (_, index) => `Seller ${10 + index}`);
    // Two more sellers each quarter, everyone with ten deals a month.
    const growing = names.flatMap((seller, index) => {
      const joined = 3 * Math.floor(index / 2);
      const from = monthFromNumber(monthNumber(isoMonth('2023-01')) + joined);
      return dealsOf({ seller, from, months: 24 - joined, won: () => 10 });
    });
    const { report } = calibrated(historyOf(growing));
    for (const weight of report.seasonality) expect(weight).toBeCloseTo(1, 1);
  });

  test('a market that swings beyond chance has the spread that the moments say; one that does not has none', () => {
    const swinging = (month: number) => (Math.floor(month / 3) % 2 === 0 ? 30 : 50);
    const { report } = calibrated(historyOf(team(18, '2023-01', swinging)));
    // Six quarters of 378 and 618 deals; mean 498, variance 120² × 6/5, less the Poisson variance 498.
    const excess = (120 ** 2 * (6 / 5) - 498) / 498 ** 2;
    expect(report.market.sd).toBeCloseTo(Math.sqrt(Math.log(1 + excess)), 3);
    expect(calibrated(historyOf(team(18))).report.market.sd).toBe(0);
  });

  test('targets follow the horizon month by month and add up to the cent', () => {
    const month = fc
      .integer({ min: 0, max: 40 })
      .map((offset) => monthFromNumber(monthNumber(isoMonth('2024-01')) + offset));
    const history = historyOf(team(6));
    fc.assert(
      fc.property(
        month,
        fc.constantFrom(1, 3, 12, 18),
        fc.integer({ min: 1, max: 1e9 }),
        (planStart, months, target) => {
          const { plan } = calibrated(history, { planStart, months, target: money(target) });
          const sum = plan.targets.reduce((total, { amount }) => total + Math.round(100 * amount), 0);
          expect(sum).toBe(Math.round((100 * target * months) / 12));
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });
});

describe('histories that make no plan', () => {
  test('say how many won deals can be used', () => {
    const lost: Opportunity = { id: '1', seller: 'Anna', outcome: 'lost', closed: isoDate('2023-05-01') };
    const unowned: Opportunity = { id: '2', outcome: 'won', closed: isoDate('2023-05-02'), amount: money(5) };
    const result = calibratePlan(historyOf([lost, unowned]));
    expect(result.ok ? 'a plan' : result.problems[0]?.message).toBe(
      'a plan must rest on won deals with an owner, a closing date and an amount, got 0 of 2 opportunities (1 won) in the months looked at',
    );
  });

  test('no history throws: every one makes a plan or a problem', () => {
    const day = fc
      .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => isoDate(date.toISOString().slice(0, 10)));
    const opportunity = fc.record(
      {
        id: fc.uuid(),
        seller: fc.constantFrom('Anna', 'Ben', 'Cleo', 'Ünal', '李'),
        outcome: fc.constantFrom('won', 'lost', 'open'),
        created: day,
        closed: day,
        amount: fc.integer({ min: 1, max: 10_000_000 }).map(money),
      },
      { requiredKeys: ['id', 'outcome'] },
    );
    fc.assert(
      fc.property(fc.array(opportunity, { maxLength: 60 }), (opportunities) => {
        const result = calibratePlan(historyOf(opportunities));
        if (!result.ok)
          expect(
            result.problems.filter(({ code }) => !/^(won-deals|opportunities)-missing$/.test(code)),
          ).toEqual([]);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  test('the order of the opportunities changes nothing', () => {
    const opportunities = team(9);
    const expected = calibrated(historyOf(opportunities));
    fc.assert(
      fc.property(fc.shuffledSubarray(opportunities, { minLength: opportunities.length }), (shuffled) => {
        expect(calibrated(historyOf(shuffled))).toEqual(expected);
      }),
      { seed: 7, numRuns: 10 },
    );
  });
});
