import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sideWords } from '../../src/charts/sideWords';
import type { Explanation } from '../../src/decide/compare/explanation';
import { sharedPeriods } from '../../src/decide/compare/sharedPeriods';
import { makeStartUpSample } from '../../src/model/samples';
import type { Compared } from '../../src/state/comparison.svelte';
import {
  changeOfChance,
  changeOfCount,
  changeOfMoney,
  intervalWords,
  pointWords,
} from '../../src/ui/compare/changeWords';
import { compareNotes, restsOnPairs } from '../../src/ui/compare/compareNotes';
import { compareRows, compareTable } from '../../src/ui/compare/compareRows';
import { itemWords } from '../../src/ui/compare/itemWords';
import { periodName } from '../../src/ui/compare/periodName';
import { versionOptions } from '../../src/ui/compare/pickOptions';
import { roundTogether } from '../../src/ui/compare/roundTogether';
import { methodWords, whyTable, whyWords } from '../../src/ui/compare/whyWords';
import { comparePlans } from '../../src/decide/compare/comparePlans';
import { after, before, periodOf, sampled, valueOf } from '../decide/compare/plans';

const narrow = (text: string) => text.replaceAll('\u202f', ' ');

describe('changes in words', () => {
  it('points follow the standard error, and what is clear never reads as none', () => {
    expect(pointWords(0.083, 0.006)).toBe('8 points');
    expect(pointWords(-0.0101, 0.006)).toBe('1 point');
    expect(pointWords(0.083, 0.001)).toBe('8.3 points');
    expect(pointWords(0.002, 0.004)).toBe('0 points');
    expect(pointWords(0.0049, 0.0025)).toBe('0 points');
    expect(pointWords(0.0049, 0.00249)).toBe('0.5 points');
    expect(changeOfChance(-0.05, 0.003)).toBe('−5 points');
  });

  it('money and counts carry their sign', () => {
    expect([400_000, -1_250_000, 0].map((each) => changeOfMoney(each, 'USD'))).toEqual([
      '+$400K',
      '−$1.3M',
      '±$0',
    ]);
    expect([1.83, -0.02, -2].map(changeOfCount)).toEqual(['+1.8', '±0', '−2']);
  });

  it('the ends of an interval never read alike', () => {
    expect(intervalWords(1_171_000, 1_194_000, 'USD')).toBe('+$1.17M to +$1.19M');
    expect(intervalWords(1_171_000, 1_171_900, 'USD')).toBe('+$1.171M to +$1.172M');
    expect(intervalWords(-20_000, 5000, 'USD')).toBe('−$20.0K to +$5.00K');
    expect(intervalWords(0, 0, 'USD')).toBe('±$0');
  });
});

describe('the sides of no difference', () => {
  it('are named as far as there is room', () => {
    expect(sideWords('Plan B', 300)).toBe('Plan B books more');
    expect(sideWords('Plan B', 70)).toBe('Plan B');
    expect(sideWords('Plan B', 20)).toBe('');
    expect(sideWords('A plan of a very long name indeed', 1000)).toBe('A plan of a very long n… books more');
  });
});

describe('parts rounded together', () => {
  it('add up to the rounded whole, each less than a step from what it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 12 }),
        fc.constantFrom(0.001, 0.01, 0.25),
        (values, step) => {
          const rounded = roundTogether(values, step);
          const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
          expect(Math.abs(sum(rounded) / step - Math.round(sum(values) / step))).toBeLessThan(1e-6);
          rounded.forEach((each, index) =>
            expect(Math.abs(each - values[index]!)).toBeLessThan(step * (1 + 1e-9)),
          );
        },
      ),
      { seed: 3 },
    );
  });
});

const [period] = sharedPeriods([before.calendar, after.calendar]);
const explanation: Explanation = {
  period: period!,
  trials: 10_000,
  groups: [['leaving'], ['team', 'calendar'], ['pay']],
  measures: {
    chance: {
      from: 0.6,
      to: 0.7,
      shares: [
        { value: 0.0334, standardError: 0.002 },
        { value: 0.0666, standardError: 0.003 },
        { value: 0, standardError: 0 },
      ],
    },
    bookings: {
      from: 5_000_000,
      to: 5_500_000,
      shares: [
        { value: -166_700, standardError: 2000 },
        { value: 666_700, standardError: 3000 },
        { value: 0, standardError: 0 },
      ],
    },
  },
  method: { kind: 'exact', orders: 6 },
  samples: 8,
};

describe('why, in words', () => {
  it('the parts as they are read add up to the whole as it is read, largest first', () => {
    const words = whyWords(explanation, 'chance', 'USD')!;
    expect(words.steps.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'Seats and hires with Calendar and currency +6.7 ±0.3',
      'Attrition +3.3 ±0.2',
      'Pay and cost no effect',
    ]);
    expect([words.total, narrow(words.from), narrow(words.to)]).toEqual(['+10.0 points', '60 %', '70 %']);
    const money = whyWords(explanation, 'bookings', 'USD')!;
    expect(money.steps.map(({ text }) => text)).toEqual([
      '+$666.70K ±$3.00K',
      '−$166.70K ±$2.00K',
      'no effect',
    ]);
    expect(money.total).toBe('+$500.00K');
    expect(whyWords(explanation, 'cost', 'USD')).toBeUndefined();
  });

  it('the table has the parts in full, and what they come to', () => {
    const table = whyTable(explanation, 'bookings', whyWords(explanation, 'bookings', 'USD')!);
    expect(table.rows.map((row) => row[1]!.raw)).toEqual([666_700, -166_700, 0, 500_000]);
    expect(methodWords(explanation)).toBe('All 6 orders, 8 mixes of the two plans, 10,000 trials each');
    expect(methodWords({ ...explanation, method: { kind: 'drawn', orders: 16 } })).toContain(
      '16 of the orders drawn at random',
    );
  });
});

describe('the table of plans', () => {
  it('has a row for each figure, with the difference to the first plan', async () => {
    const plans = [before, after];
    const samples = await Promise.all(plans.map((plan) => sampled(plan, 500)));
    const result = valueOf(comparePlans(samples, periodOf(plans)));
    const compared: Compared = {
      plans: plans.map((plan, index) => ({ slot: index === 0 ? 1 : 2, id: plan.id, name: plan.name, plan })),
      periods: [result.period],
      draws: { seed: 1, trials: 500 },
      engine: '2',
      result,
    };
    const rows = compareRows(compared);
    expect(rows.map(({ label }) => label)).toEqual([
      'Target',
      'Chance of target',
      'Expected bookings',
      '80 % range',
      'Books more than the first',
      'Cost',
      'Contribution',
      'People at the end',
    ]);
    expect(rows[1]!.cells[0]!.change).toBeUndefined();
    expect(rows[1]!.cells[1]!.change).toMatch(/^\+\d+ points$/);
    expect(rows[4]!.cells[0]).toBeUndefined();
    const table = compareTable(rows, ['One', 'Two']);
    expect(table.columns).toEqual(['Figure', 'One', 'Two', 'Two: difference']);
    expect(table.rows.every((row) => row.length === 4)).toBe(true);

    expect(restsOnPairs(compared)).toBe('500 trials of each plan, paired, seed 1, engine 2');
    expect(compareNotes(compared)).toEqual([
      'The plans ask for different numbers of trials; 500 of each are compared.',
    ]);
    const [one, two] = compared.plans;
    const other = {
      ...two!,
      plan: { ...two!.plan, run: { seed: 3, trials: 500 }, calendar: { ...after.calendar, months: 24 } },
    };
    const notes = compareNotes({
      ...compared,
      plans: [{ ...one!, plan: { ...one!.plan, run: { seed: 1, trials: 500 } } }, other],
    });
    expect(notes).toHaveLength(2);
    expect(notes[0]).toContain('seed 1, that of “Series A start-up”');
    expect(notes[1]).toContain('different months');
  });
});

describe('names', () => {
  it('of many items are told for the first ones', () => {
    expect(itemWords(['Ann'])).toBe('Ann');
    expect(itemWords(['Ann', 'Bob', 'Cid'])).toBe('Ann, Bob and Cid');
    expect(itemWords(['Ann', 'Bob', 'Cid', 'Dan'])).toBe('Ann, Bob and 2 more');
  });

  it('of periods say how much of them there is', () => {
    const { calendar } = makeStartUpSample();
    const of = (months: number) =>
      sharedPeriods([
        { ...calendar, months },
        { ...calendar, months },
      ]).map(periodName);
    expect(of(12)[0]).toBe('FY27');
    expect(of(9)[0]).toBe('FY27 (9 months of it)');
    expect(of(24).at(-1)).toBe('all 24 months');
  });

  it('of versions begin with the plan as it is, and keep one that was chosen', () => {
    const now = new Date('2027-01-01T12:00:00Z');
    const versions = Array.from({ length: 50 }, (_, index) => ({
      revision: 50 - index,
      label: `Edit ${50 - index}`,
      savedAt: new Date(now.getTime() - index * 60_000).toISOString(),
    }));
    const options = versionOptions(versions, 3, now);
    expect(options).toHaveLength(32);
    expect(options[1]).toEqual({ value: '49', label: 'Version 49: Edit 49, 1 minute ago' });
    expect(options.at(-1).value).toBe('3');
    expect(versionOptions(versions.slice(0, 1), undefined, now)).toHaveLength(1);
  });
});
