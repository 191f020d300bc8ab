import { describe, expect, test } from 'vitest';
import { isoMonth, planId } from '../../src/model/units';
import { makeNewPlan } from '../../src/state/newPlan';
import { parsePlan } from '../../src/model/parsePlan';
import { money } from '../../src/model/units';
import { cardRange, cardSentence } from '../../src/ui/plans/cardWords';
import { savedWhen } from '../../src/ui/plans/savedWhen';
import { exportRows } from '../../src/ui/share/exportRows';
import { linkWords } from '../../src/ui/share/linkWords';
import { summaryOf, testPlan } from '../state/support';

describe('figures for a spreadsheet', () => {
  const plan = testPlan();

  test('name the run they come from in every row', () => {
    const rows = exportRows('periods', plan, summaryOf(plan));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      period: 'FY2027',
      target: 100,
      chance: 0.6,
      'bookings mean': 100,
      'bookings P2.5': 1,
      'bookings P97.5': 9,
      seed: plan.run.seed,
      trials: plan.run.trials,
      engine: 'test',
    });
  });

  test('call seats, roles and managers by their names', () => {
    const [row] = exportRows('seats', plan, summaryOf(plan));
    const [seat] = plan.seats;
    expect(row).toMatchObject({ seat: 'seat-1', name: seat?.name, role: 'Account executive' });
    expect(row?.manager).toBe(plan.managers[0]?.name);
  });
});

describe('a library card', () => {
  const card = {
    id: planId('a'),
    name: 'A',
    savedAt: '2027-01-04T10:00:00.000Z',
    revision: 1,
    seats: 12,
    currency: 'USD',
    answer: {
      period: 'FY2027',
      target: 12e6,
      chance: 0.634,
      p10: 11.1e6,
      p50: 11.6e6,
      p90: 12.1e6,
      sparkline: [],
    },
  };

  test('says the chance of the target and the range', () => {
    expect(cardSentence(card)).toBe('63\u202f% chance of $12.0M or more in FY27');
    expect(cardRange(card)).toBe('80\u202f% range $11.1M to $12.1M');
  });

  test('never calls anything short of every trial certain', () => {
    const sentence = cardSentence({ ...card, answer: { ...card.answer, chance: 0.9996 } });
    expect(sentence).toMatch(/^>\u202f99/);
  });

  test('without a target says what is expected, and without an answer how to get one', () => {
    const { target: _, chance: __, ...answer } = card.answer;
    expect(cardSentence({ ...card, answer })).toBe('$11.6M in the middle case for FY27; no target set');
    const { answer: ___, ...unanswered } = card;
    expect(cardSentence(unanswered)).toBe('Open it to see its answer.');
    expect(cardRange(unanswered)).toBeUndefined();
  });

  test('says in words when it was saved', () => {
    const at = (text: string) => savedWhen('2027-01-04T10:00:00.000Z', new Date(text));
    expect(at('2027-01-04T10:00:30.000Z')).toBe('just now');
    expect(at('2027-01-04T10:05:59.000Z')).toBe('5 minutes ago');
    expect(at('2027-01-04T13:00:00.000Z')).toBe('3 hours ago');
    expect(at('2027-01-05T11:00:00.000Z')).toBe('yesterday');
    expect(at('2027-03-01T11:00:00.000Z')).toBe('Jan 4, 2027');
    expect(savedWhen('nonsense', new Date())).toBe('at an unknown time');
  });
});

describe('a plan begun by hand', () => {
  const answers = {
    name: 'Mine',
    currency: 'EUR',
    calendar: { start: isoMonth('2026-11'), months: 18, fiscalYearStart: 2 },
    segment: 'enterprise' as const,
    sellers: 3,
    target: money(4e6),
  };

  test('is a plan that parses, with its target in the first fiscal year covered in full', () => {
    const plan = makeNewPlan(planId('new'), answers);
    expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan });
    expect(plan.targets).toEqual([{ period: 'FY2028', amount: 4e6 }]);
    expect(plan.seats.map((seat) => seat.name)).toEqual(['Seller 1', 'Seller 2', 'Seller 3']);
  });

  test('has its target in the first year touched where none is covered in full', () => {
    const short = { ...answers, calendar: { ...answers.calendar, months: 3 } };
    expect(makeNewPlan(planId('new'), short).targets).toEqual([{ period: 'FY2027', amount: 4e6 }]);
  });

  test('may begin with nobody and without a target', () => {
    const { target: _, ...open } = answers;
    const plan = makeNewPlan(planId('new'), { ...open, sellers: 0 });
    expect(parsePlan(plan).ok).toBe(true);
    expect([plan.seats, plan.targets]).toEqual([[], []]);
  });
});

test('a link’s length is counted after the # and said against the limit', () => {
  expect(linkWords(`https://turfcast.test/#${'x'.repeat(2140)}`, 32_000)).toBe('2,140 of 32,000 characters');
});
