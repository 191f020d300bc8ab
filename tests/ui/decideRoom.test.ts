import { describe, expect, it } from 'vitest';
import type { HireAnswer, TestedPlan } from '../../src/decide/solve/question';
import { makeStartUpSample } from '../../src/model/samples';
import { money, periodId, roleId } from '../../src/model/units';
import { amountWords, confidenceWords, methodWords, shortfallWords } from '../../src/ui/decide/answerWords';
import { frontierTable } from '../../src/ui/decide/frontierFigures';
import { frontierSentence } from '../../src/ui/decide/frontierSentence';
import { hireLines, hiresInLine, peopleWords } from '../../src/ui/decide/hireWords';
import { progressWords } from '../../src/ui/decide/progressWords';
import { overAssignmentWords, roundedDown } from '../../src/ui/decide/targetWords';

const plan = makeStartUpSample();
const narrow = (text: string) => text.replaceAll('\u202f', ' ');
const role = roleId('role-account-executive');

const tested = (count: number, cost: number, chance: number): TestedPlan => ({
  hires: count > 0 ? [{ roleId: role, month: 2, count }] : [],
  count,
  chance: { value: chance, standardError: 0.004 },
  least: chance - 0.01,
  cost: { mean: cost, standardError: 500 },
  bookings: { mean: 3 * cost, standardError: 1000 },
});

const answer: HireAnswer = {
  question: {
    period: periodId('FY2027'),
    probability: 0.8,
    objective: 'cost',
    roles: [{ roleId: role, most: 6 }],
    perMonth: 3,
    firstMonth: 0,
    lastMonth: 11,
  },
  target: money(5_050_000),
  today: tested(0, 0, 0.62),
  chosen: tested(2, 250_000, 0.82),
  proved: true,
  best: tested(6, 980_000, 0.98),
  frontier: [tested(0, 0, 0.62), tested(2, 250_000, 0.82), tested(6, 980_000, 0.98)],
  weighed: 90,
  searchTrials: 8192,
  testTrials: 10_000,
  seed: 1,
  tests: 4,
  additive: true,
};

describe('hires in words', () => {
  it('say who and when, by role and month', () => {
    const hires = [
      { roleId: role, month: 4, count: 1 },
      { roleId: role, month: 0, count: 2 },
      { roleId: role, month: 2, count: 3 },
    ];
    expect(hireLines(plan, hires)).toEqual([
      'Account executive: 2 in Jan 2027, 3 in Mar 2027 and 1 in May 2027',
    ]);
    expect(hiresInLine(plan, [])).toBe('Nobody new');
    expect([1, 2].map(peopleWords)).toEqual(['1 new person', '2 new people']);
  });
});

describe('the answer in words', () => {
  it('shows the error of an amount where it matters', () => {
    expect(amountWords({ mean: 250_000, standardError: 500 }, 'USD')).toBe('$250K');
    expect(amountWords({ mean: 250_000, standardError: 5000 }, 'USD')).toBe('$250K (±$5.0K)');
  });

  it('shares the confidence between all that was tested', () => {
    expect(narrow(confidenceWords(answer))).toBe(
      '95 % sure that it is 80 % or more, the 4 plans tested for it taken together',
    );
  });

  it('says why nothing was found and what would help', () => {
    const why = (shortfall: NonNullable<HireAnswer['shortfall']>) => shortfallWords({ ...answer, shortfall });
    expect(why('budget')).toContain('budget');
    expect(why('bounds')).toContain('Allow more people or earlier months');
    expect(why('unproven')).toContain('too close');
  });

  it('names its procedure, and what is not proved', () => {
    expect(methodWords(answer).join(' ')).toContain('Luedtke & Ahmed 2008');
    expect(methodWords(answer).join(' ')).toContain('Every cheaper plan');
    expect(methodWords({ ...answer, proved: false, additive: false }).join(' ')).toMatch(
      /may exist.*seats affect one another/,
    );
  });

  it('says what the search is at', () => {
    expect(progressWords(plan, undefined)).toEqual({ label: 'Sampling what each new person would add' });
    const best = { hires: [{ roleId: role, month: 0, count: 1 }], chance: 0.81 };
    expect(narrow(progressWords(plan, { done: 0.5, stage: 'searching', best }).detail ?? '')).toBe(
      'Best so far, 81 %: Account executive: 1 in Jan 2027',
    );
  });
});

describe('the frontier in words', () => {
  it('says what a point of certainty costs', () => {
    // 36 points for 980,000
    expect(narrow(frontierSentence(plan, answer))).toBe(
      'From 62 % with the plan as it is to 98 % for $980K more. On average a point of certainty costs $27.2K.',
    );
  });

  it('has a row for each plan, figures in full', () => {
    const table = frontierTable(plan, answer);
    expect(table.rows).toHaveLength(3);
    expect(table.rows[1]?.map(({ raw }) => raw)).toEqual([
      'Account executive: 2 in Mar 2027',
      2,
      250_000,
      0.82,
      0.004,
      750_000,
    ]);
  });
});

describe('a safe target in words', () => {
  const safe = {
    amount: 55_394_812,
    estimate: 55_500_000,
    chance: { value: 0.8, standardError: 0.004 },
    bounded: true,
    period: periodId('FY2027'),
    probability: 0.8,
    trials: 10_000,
    seed: 1,
  };

  it('is rounded down, so that what is read is safe too', () => {
    expect([55_394_812, 999, 1234, 12_345, 0].map(roundedDown)).toEqual([55_390_000, 999, 1234, 12_340, 0]);
  });

  it('is compared with the quotas of the seats', () => {
    expect(narrow(overAssignmentWords(1.25 * 55_390_000, safe))).toContain('25 % more than it');
  });
});
