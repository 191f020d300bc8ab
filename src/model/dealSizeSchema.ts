import * as v from 'valibot';
import {
  amount,
  amountAboveZero,
  label,
  listOf,
  nonNegative,
  numberFrom,
  object,
  wholeFrom,
} from './planFields';
import { share } from './units';

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

const fixed = object({ kind: v.literal('fixed'), amount: amountAboveZero });

const spread = object({
  kind: v.picklist(['lognormal', 'gamma', 'weibull']),
  mean: amountAboveZero,
  cv: numberFrom(0, 5),
});

const simpleSizeSchema = v.variant(
  'kind',
  [fixed, spread, empiricalSizesSchema],
  'must be one of fixed, lognormal, gamma, weibull and empirical',
);

const mix = object({
  kind: v.literal('mix'),
  parts: v.pipe(
    listOf(object({ name: label, share: nonNegative, size: simpleSizeSchema }), 50),
    v.check((parts) => parts.some((part) => part.share > 0), 'must have a share above zero'),
    v.transform((parts) => {
      const sum = parts.reduce((total, part) => total + part.share, 0);
      const whole = Math.abs(sum - 1) < 1e-9;
      return parts.map((part) => ({ ...part, share: share(whole ? part.share : part.share / sum) }));
    }),
  ),
});

/** How large a role’s deals are: see `DealSize`. Shares of a mix are brought to a sum of one. */
export const dealSizeSchema = v.variant(
  'kind',
  [fixed, spread, empiricalSizesSchema, mix],
  'must be one of fixed, lognormal, gamma, weibull, empirical and mix',
);
