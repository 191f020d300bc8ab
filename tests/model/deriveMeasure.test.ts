import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_MEASURES, type AccountBook } from '../../src/model/accountBook';
import { addAccount, setAccountValue, updateAccount } from '../../src/model/editAccount';
import { deriveMeasure, deriveValues, formulaWords, setMeasureKind } from '../../src/model/deriveMeasure';
import { addMeasure } from '../../src/model/editAccounts';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan } from '../../src/model/plan';
import { sumMeasures } from '../../src/model/sumMeasures';
import { accountId, measureId } from '../../src/model/units';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';

const plan = frozen(makeFullPlan());
const bookOf = ({ accountBook }: Plan): AccountBook => {
  if (accountBook === undefined) throw new Error('the plan must have a book');
  return accountBook;
};
const book = bookOf(plan);
const [spend, hours] = [measureId('spend'), measureId('hours')];

describe('a measure by a formula', () => {
  test.each([
    [{ of: [], times: 6 }, '6 for each account', [6, 6, 6]],
    [{ of: [hours], times: 1.5 }, 'Hours × 1.5', [90, null, 18.75]],
    [{ of: [spend, hours], times: 1 }, 'Spend × Hours', [7_200_000, null, null]],
    [{ of: [spend], times: 0.1 }, 'Spend × 0.1', [12_000, 0, null]],
  ])('%j: what is not known stays so, zero stays zero, and the words say it', (formula, words, values) => {
    expect(formulaWords(book, formula)).toBe(words);
    expect(deriveValues(book, formula)).toEqual({ ok: true, value: values });
  });

  test('is a value for each account, not known just where one of its measures is not', () => {
    const value = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { maxLength: 20 }),
        fc.integer({ min: 1, max: 50 }),
        (rows, times) => {
          const accounts = rows.map((values, index) => ({ id: accountId(`a${index}`), name: 'A', values }));
          const derived = deriveValues({ ...book, accounts }, { of: [spend, hours], times });
          const expected = rows.map(([a, b]) => (a === null || b === null ? null : times * a * b));
          expect(derived).toEqual({ ok: true, value: expected });
        },
      ),
      { seed: 5, numRuns: 50 },
    );
  });

  test('joins the plan with its words; the kind it takes over is taken from the other', () => {
    const made = deriveMeasure(plan, {
      name: 'Visits',
      kind: 'workload',
      formula: { of: [spend], times: 0.001 },
    });
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    expect(bookOf(made.value).measures.map(({ name, kind, derived }) => [name, kind, derived])).toEqual([
      ['Spend', 'potential', undefined],
      ['Hours', 'other', 'Visits × 1.5'],
      ['Visits', 'workload', 'Spend × 0.001'],
    ]);
    expect(bookOf(made.value).accounts.map(({ values }) => values[2])).toEqual([120, 0, null]);
    expect(parsePlan(made.value)).toEqual({ ok: true, value: made.value });
  });

  test.each([
    [{ of: [], times: 0 }, 'times', 'the number must be above zero, got 0'],
    [
      { of: [measureId('gone')], times: 1 },
      'measure-unknown',
      'a formula must be of measures that the accounts have',
    ],
    [
      { of: [spend], times: 1e9 },
      'value-too-large',
      'a measure must be at most 1,000,000,000,000, got more for Fjord Foods',
    ],
  ])('%j is refused: %s', (formula, code, message) => {
    const made = deriveMeasure(plan, { name: 'X', kind: 'other', formula });
    expect(made).toMatchObject({ ok: false, problems: [{ code, message }] });
  });

  test('is refused where there are as many measures as may be', () => {
    let full: Plan = plan;
    for (let index = book.measures.length; index < MOST_MEASURES; index++)
      full = addMeasure(full, { id: measureId(`m${index}`), name: 'M', kind: 'other' }, []);
    const made = deriveMeasure(full, { name: 'X', kind: 'other', formula: { of: [], times: 1 } });
    expect(made).toMatchObject({ ok: false, problems: [{ code: 'measures-too-many' }] });
  });

  test('at most one is the potential and one the workload', () => {
    const next = setMeasureKind(plan, hours, 'potential');
    expect(bookOf(next).measures.map(({ kind }) => kind)).toEqual(['other', 'potential']);
    expect(setMeasureKind(plan, spend, 'potential')).toBe(plan);
  });

  test('is summed over what is known, with zeros and what is not known counted apart', () => {
    expect(sumMeasures(book).map(({ sum, above, zero, missing }) => [sum, above, zero, missing])).toEqual([
      [120_000, 1, 1, 1],
      [72.5, 2, 0, 1],
    ]);
  });
});

describe('an account put right', () => {
  test('changes alone what was changed', () => {
    const next = updateAccount(plan, accountId('a-3'), { name: 'Found', place: { lat: 1, lon: 2 } });
    expect(bookOf(next).accounts[2]).toEqual({
      id: 'a-3',
      name: 'Found',
      place: { lat: 1, lon: 2 },
      values: [null, 12.5],
    });
    expect(bookOf(next).accounts[0]).toBe(book.accounts[0]);
    expect(
      updateAccount(next, accountId('a-3'), { place: undefined }).accountBook?.accounts[2],
    ).not.toHaveProperty('place');
    expect(updateAccount(plan, accountId('gone'), { name: 'X' })).toBe(plan);
  });

  test('may have a value that is not known again, and the same value is no change', () => {
    const next = setAccountValue(plan, accountId('a-1'), spend, null);
    expect(bookOf(next).accounts[0]?.values).toEqual([null, 60]);
    expect(setAccountValue(plan, accountId('a-2'), spend, 0)).toBe(plan);
    expect(setAccountValue(plan, accountId('a-2'), measureId('gone'), 0)).toBe(plan);
  });

  test('that is new is in no territory of any split, measures not known, and the plan is sound', () => {
    const next = addAccount(plan, { name: 'New' });
    expect(bookOf(next).accounts.at(-1)).toEqual({ id: 'account-1', name: 'New', values: [null, null] });
    expect(bookOf(next).splits.map(({ territoryOf }) => territoryOf.at(-1))).toEqual(['', '']);
    expect(parsePlan(next)).toEqual({ ok: true, value: next });
  });
});
