import * as v from 'valibot';
import { amount, amountAboveZero, listOf, numberFrom, object, wholeFrom } from './planFields';

/** Deal sizes of a history: see `EmpiricalSizes`. */
export const empiricalSizesSchema = v.pipe(
  object({
    kind: v.literal('empirical', 'must be empirical'),
    amounts: v.pipe(
      listOf(amount, 100_000),
      v.nonEmpty('must not be empty'),
      v.check(
        (list) => list.every((each, i) => i === 0 || each >= (list[i - 1] ?? 0)),
        'must be in ascending order',
      ),
      v.check((list) => list.length === 0 || list.some((each) => each > 0), 'must have a mean above zero'),
    ),
    counts: listOf(wholeFrom(1, 1e9), 100_000),
  }),
  v.forward(
    v.check(({ amounts, counts }) => amounts.length === counts.length, 'must have one entry for each amount'),
    ['counts'],
  ),
);

/** How large a role’s deals are: see `DealSize`. */
export const dealSizeSchema = v.variant(
  'kind',
  [
    object({ kind: v.literal('fixed'), amount: amountAboveZero }),
    object({ kind: v.literal('lognormal'), mean: amountAboveZero, cv: numberFrom(0, 5) }),
    object({ kind: v.literal('gamma'), mean: amountAboveZero, cv: numberFrom(0, 5) }),
    empiricalSizesSchema,
  ],
  'must be one of fixed, lognormal, gamma and empirical',
);
