import { describe, expect, test } from 'vitest';
import { planPeriods } from '../../src/model/calendar';
import { makeStartUpSample, makeThreeRegionSample } from '../../src/model/samples';
import { eventId, isoMonth, money, share } from '../../src/model/units';
import type { Plan, RiskEvent } from '../../src/model/plan';
import type { RunSummary } from '../../src/stats/summary';
import { briefFanHeight } from '../../src/ui/brief/briefFanHeight';
import {
  answerWords,
  assumptionLines,
  briefPeriods,
  moneyLines,
  rangeWords,
  riskLines,
} from '../../src/ui/brief/briefWords';
import { mainPeriod } from '../../src/state/cardAnswer';
import { inProcess, samplePlan } from '../runner/runs';
import { makeFullPlan } from '../support/makeFullPlan';

async function runOf(plan: Plan): Promise<RunSummary> {
  const run = await inProcess().run(plan);
  if (!run.ok) throw new Error('the plan must run');
  return run.value;
}

const main = (summary: RunSummary) => {
  const period = mainPeriod(summary);
  if (!period) throw new Error('a run has a year');
  return period;
};

const event = (name: string, probability: number, intensity: number): RiskEvent => ({
  id: eventId(name),
  name,
  probability: share(probability),
  earliest: isoMonth('2027-02'),
  latest: isoMonth('2027-02'),
  months: 3,
  scope: { kind: 'all' },
  effects: { intensity },
});

describe('the brief', () => {
  test('answers in the first line, with the error, and gives the range below', async () => {
    const summary = await runOf(samplePlan(2000));
    const period = main(summary);
    expect(answerWords(period, 'USD')).toMatch(/^\d\d\u202f% chance of \$5\.05M or more in FY27 \(±1\.\d\)$/);
    expect(rangeWords(period, 'USD')).toMatch(
      /^\$5\.\dM expected\. Eight times in ten it ends between \$\d\.\dM and \$\d\.\dM\.$/,
    );
    const { target: _, chance: __, ...bare } = period;
    expect(answerWords(bare, 'USD')).toMatch(/^\$5\.\dM expected in FY27$/);
  });

  test('has the main year’s quarters and every year, so many as a page holds', async () => {
    const plan = samplePlan(64);
    const long = await runOf({ ...plan, calendar: { ...plan.calendar, months: 60 } });
    const periods = briefPeriods(long, main(long)).map(({ period }) => period);
    expect(periods).toEqual([
      ...['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `FY2027-${quarter}`),
      ...planPeriods({ ...plan.calendar, months: 60 }).flatMap(({ id, kind }) =>
        kind === 'year' ? [id] : [],
      ),
    ]);
  });

  test('says what it takes for given: team, roles, market, and levers that were moved', () => {
    const lines = assumptionLines(makeStartUpSample());
    expect(lines.map(({ name }) => name)).toEqual(['Team', 'Account executive', 'Market']);
    expect(lines[0]?.text).toBe('12 seats. 5 planned hires.');
    expect(lines[1]?.text).toMatch(
      /^12 seats, \$\S+ a month once ramped, ramped after 4 months, 26\u202f% leave a year, filled again in 66 days \(P90 96\)$/,
    );
    const moved = { ...makeStartUpSample(), levers: { ...makeStartUpSample().levers, attrition: 1.5 } };
    expect(assumptionLines(moved).at(-1)).toEqual({ name: 'Levers', text: 'attrition 150\u202f%' });
  });

  test('names the largest roles alone where there are many', () => {
    const plan = makeThreeRegionSample();
    const [first] = plan.roles;
    if (!first) throw new Error('the sample has roles');
    const roles = [...plan.roles, ...[1, 2].map((n) => ({ ...first, id: `r${n}` as typeof first.id }))];
    const seats = plan.seats.map((seat, index) => {
      const role = index < 2 ? roles[3 + index] : undefined;
      return role ? { ...seat, roleId: role.id } : seat;
    });
    expect(assumptionLines({ ...plan, roles, seats }).map(({ name }) => name)).toContain('Other roles');
  });

  test('gives cost, budget and contribution of the year', async () => {
    const plan = samplePlan(500);
    const period = planPeriods(plan.calendar).at(-1)?.id;
    if (!period) throw new Error('a plan has a year');
    const summary = await runOf({ ...plan, budgets: [{ period, amount: money(1_900_000) }] });
    const lines = moneyLines(main(summary), 'USD');
    expect(lines.map(({ name }) => name)).toEqual(['Cost', 'Budget', 'Contribution']);
    expect(lines[1]?.text).toMatch(/^\$1\.9M, kept to with a chance of \d+\u202f%$/);
  });

  test('names the risks that take most on average, and how many more there are', () => {
    const events = [event('a', 0.1, 0.99), event('b', 0.5, 0.5), event('c', 0.5, 0.8), event('d', 0.9, 0.2)];
    const lines = riskLines({ ...makeStartUpSample(), events });
    expect(lines.map(({ name }) => name)).toEqual(['d', 'b', 'c', 'Others']);
    expect(lines.at(-1)?.text).toBe('1 more event in the register');
    expect(riskLines(makeStartUpSample())).toEqual([]);
  });

  test('gives the picture what room the rest leaves it, within bounds', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: `Name ${index}`,
        text: 'word '.repeat(count === 1 ? 4 : 20),
      }));
    const height = (count: number, steps: number) =>
      briefFanHeight({ periods: 5, steps, left: [lines(count)], right: [lines(1), lines(count)] });
    expect(height(1, 3)).toBe(340);
    expect(height(4, 6)).toBeLessThan(340);
    expect(height(4, 11)).toBeLessThan(height(4, 6));
    expect(height(20, 11)).toBe(150);
    const full = makeFullPlan();
    const load = { left: [assumptionLines(full)], right: [lines(3), riskLines(full)] };
    expect(briefFanHeight({ periods: 9, steps: 11, ...load })).toBeGreaterThanOrEqual(150);
  });
});
