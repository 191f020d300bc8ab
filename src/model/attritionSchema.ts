import * as v from 'valibot';
import { aboveZeroUpTo, listOf, numberFrom, object, rises, shareBelowOne } from './planFields';
import { share } from './units';

/** Longest tenure that a table of attrition speaks of, in months: a hundred years. */
const LONGEST_TENURE = 1200;

const bands = v.pipe(
  listOf(object({ fromMonth: numberFrom(0, LONGEST_TENURE), annual: shareBelowOne }), 60),
  v.check((list) => list[0]?.fromMonth === 0, 'must begin with a band from 0'),
  v.check((list) => rises(list, (band) => band.fromMonth), 'must be in ascending order of fromMonth'),
);

const points = v.pipe(
  listOf(
    object({ month: aboveZeroUpTo(LONGEST_TENURE), staying: v.pipe(aboveZeroUpTo(1), v.transform(share)) }),
    400,
  ),
  v.nonEmpty('must not be empty'),
  v.check((list) => rises(list, (point) => point.month), 'must be in ascending order of month'),
  v.check(
    (list) => list.every((point, i) => i === 0 || point.staying <= (list[i - 1]?.staying ?? 0)),
    'must not rise in staying',
  ),
);

/** Leaving by tenure: see `TenureAttrition`. */
export const tenureAttritionSchema = v.variant(
  'kind',
  [object({ kind: v.literal('bands'), bands }), object({ kind: v.literal('curve'), points })],
  'must be one of bands and curve',
);

/** Leaving of those who are behind: see `PerformanceLeaving`. */
export const performanceLeavingSchema = object({
  threshold: numberFrom(0, 10),
  multiplier: numberFrom(0, 20),
});
