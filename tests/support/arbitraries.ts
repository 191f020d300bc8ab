import fc from 'fast-check';
import { days, isoDate, money, share } from '../../src/model/units';

/** Building blocks of arbitrary plans: values that parse to themselves. */
export const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value));
export const above = (min: number, max: number) => number(min, max).filter((value) => value > min);
export const amount = (max: number) => number(0, max).map(money);
export const fraction = number(0, 1).map(share);
export const label = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => /\S/.test(text));
export const ids = (max: number, minLength = 0) => fc.uniqueArray(label, { minLength, maxLength: max });
export const digits = (value: number) => String(value).padStart(2, '0');

export const day = (fromYear: number, toYear: number) =>
  fc
    .tuple(
      fc.integer({ min: fromYear, max: toYear }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, date]) => isoDate(`${year}-${digits(month)}-${digits(date)}`));

/** Numbers above zero in ascending order, none twice. */
export const rising = (max: number, maxLength: number, minLength = 0) =>
  fc
    .uniqueArray(above(0, max), { minLength, maxLength })
    .map((list) => list.toSorted((one, other) => one - other));

export const spread = fc
  .tuple(above(0, 1000), number(0, 1000))
  .map(([p50, more]) => ({ p50: days(p50), p90: days(p50 + more) }));

/** One item for each of the names. */
export const eachOf = <Item>(names: readonly string[], make: (name: string) => fc.Arbitrary<Item>) =>
  fc.tuple(...names.map(make));

/** One of them, or no field at all where there are none. */
export const oneOf = <Field extends string, Value>(field: Field, values: readonly Value[]) =>
  values.length === 0 ? {} : ({ [field]: fc.constantFrom(...values) } as Record<Field, fc.Arbitrary<Value>>);
