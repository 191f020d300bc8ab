import { LARGEST_VALUE, MOST_MEASURES, type AccountBook, type MeasureKind } from './accountBook';
import { addMeasure, updateMeasure } from './editAccounts';
import { freshId } from './ids';
import type { Plan } from './plan';
import { fail, succeed, type Result } from './problem';
import { measureId, type MeasureId } from './units';

/** How a measure follows from others: their product, times a number; of none of them, that number for each account. */
export interface MeasureFormula {
  readonly of: readonly MeasureId[];
  readonly times: number;
}

const MOST_LETTERS = 200;

/** The formula in words, with the measures' names: `Calls a year × Hours a call × 1.5`, `12 for each account`. */
export function formulaWords({ measures }: AccountBook, { of, times }: MeasureFormula): string {
  const number = times.toLocaleString('en-US', { maximumFractionDigits: 6 });
  if (of.length === 0) return `${number} for each account`;
  const names = of.map((id) => measures.find((each) => each.id === id)?.name.slice(0, 80) ?? '');
  return [...names, ...(times === 1 ? [] : [number])].join(' × ').slice(0, MOST_LETTERS);
}

/**
 * A value for each of the book's accounts, in their order: null where one of the measures it follows from is not known, zero
 * where one is zero. Fails where the number is not above zero (`times`), a measure is none of the book (`measure-unknown`), or
 * a value is larger than a book may hold (`value-too-large`). Linear in the accounts.
 */
export function deriveValues(
  { accounts, measures }: AccountBook,
  { of, times }: MeasureFormula,
): Result<readonly (number | null)[]> {
  const refuse = (code: string, message: string) =>
    fail<readonly (number | null)[]>([{ code, path: '', message }]);
  if (!(times > 0) || times > LARGEST_VALUE)
    return refuse('times', `the number must be above zero, got ${times}`);
  const places = of.map((id) => measures.findIndex((each) => each.id === id));
  if (places.includes(-1))
    return refuse('measure-unknown', 'a formula must be of measures that the accounts have');
  const values: (number | null)[] = [];
  for (const account of accounts) {
    const factors = places.map((place) => account.values[place] ?? null);
    const value = factors.reduce<number | null>(
      (product, factor) => (product === null || factor === null ? null : product * factor),
      times,
    );
    if (value !== null && value > LARGEST_VALUE)
      return refuse(
        'value-too-large',
        `a measure must be at most 1,000,000,000,000, got more for ${account.name}`,
      );
    values.push(value);
  }
  return succeed(values);
}

/** The plan with that measure of that kind; the one that was of it is another measure now, for two of a kind would be added up. */
export function setMeasureKind(plan: Plan, id: MeasureId, kind: MeasureKind): Plan {
  if (plan.accountBook?.measures.find((each) => each.id === id)?.kind === kind) return plan;
  const before = plan.accountBook?.measures.filter((each) => each.kind === kind && each.id !== id) ?? [];
  const freed = kind === 'other' ? [] : before;
  return updateMeasure(
    freed.reduce((next, each) => updateMeasure(next, each.id, { kind: 'other' }), plan),
    id,
    { kind },
  );
}

/**
 * The plan with one more measure, of that name and kind, by that formula, which is kept in words. The values are those of now:
 * they do not follow later corrections. Fails as `deriveValues` does, and where there are as many measures as may be
 * (`measures-too-many`).
 */
export function deriveMeasure(
  plan: Plan,
  {
    name,
    kind,
    formula,
  }: { readonly name: string; readonly kind: MeasureKind; readonly formula: MeasureFormula },
): Result<Plan> {
  const book = plan.accountBook;
  if (book === undefined || book.measures.length >= MOST_MEASURES)
    return fail([
      {
        code: 'measures-too-many',
        path: '',
        message: `accounts must have at most ${MOST_MEASURES} measures: delete one first`,
      },
    ]);
  const values = deriveValues(book, formula);
  if (!values.ok) return values;
  const id = measureId(
    freshId(
      'measure',
      book.measures.map((each) => each.id),
    ),
  );
  const measure = { id, name, kind: 'other', derived: formulaWords(book, formula) } as const;
  return succeed(setMeasureKind(addMeasure(plan, measure, values.value), id, kind));
}
