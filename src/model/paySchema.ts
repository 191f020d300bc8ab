import * as v from 'valibot';
import { defaultPayTerms } from './defaults';
import { amount, listOf, numberFrom, object, rises, shareUpTo, wholeFrom } from './planFields';

const steps = v.pipe(
  listOf(object({ from: numberFrom(0, 1000), rate: numberFrom(0, 100) }), 20),
  v.check((list) => list[0]?.from === 0, 'must begin with a step from 0'),
  v.check((list) => rises(list, (step) => step.from), 'must be in ascending order of from'),
);

/** What a person of a role is paid: see `PayPlan`. */
export const paySchema = object({
  base: amount,
  variable: amount,
  period: v.optional(
    v.picklist(['quarter', 'year'], 'must be one of quarter and year'),
    defaultPayTerms.period,
  ),
  steps: v.optional(steps, [...defaultPayTerms.steps]),
  cap: v.exactOptional(numberFrom(0, 1000)),
  guarantee: v.exactOptional(object({ months: wholeFrom(0, 60), share: shareUpTo(2) })),
  benefits: v.optional(shareUpTo(5), defaultPayTerms.benefits),
  recruiting: v.optional(amount, defaultPayTerms.recruiting),
  severance: v.exactOptional(amount),
  otherCost: v.exactOptional(amount),
});
