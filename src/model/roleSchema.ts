import * as v from 'valibot';
import { dealSizeSchema } from './dealSizeSchema';
import {
  defaultPay,
  defaultPayTerms,
  defaultProductivityCv,
  defaultSegment,
  defaultStartSlip,
  defaultTimeToFill,
} from './defaults';
import {
  amount,
  daysFrom,
  idOf,
  label,
  listOf,
  numberFrom,
  object,
  shareBelowOne,
  shareUpTo,
} from './planFields';
import { segmentDefaults } from './segmentDefaults';
import { roleId } from './units';

const figures = segmentDefaults[defaultSegment];

/** A lognormal has no spread around a median of zero, so zero stands for exactly zero days. */
const daysSpread = v.pipe(
  object({ p50: daysFrom(0, 3650), p90: daysFrom(0, 3650) }),
  v.forward(
    v.check(({ p50, p90 }) => p90 >= p50, 'must not be below p50'),
    ['p90'],
  ),
  v.forward(
    v.check(({ p50, p90 }) => p50 > 0 || p90 === 0, 'must be above zero where p90 is'),
    ['p50'],
  ),
);

const pay = object({
  base: amount,
  variable: amount,
  accelerator: v.optional(numberFrom(0, 100), defaultPayTerms.accelerator),
  cap: v.exactOptional(numberFrom(0, 1000)),
  benefits: v.optional(shareUpTo(5), defaultPayTerms.benefits),
  recruiting: v.optional(amount, defaultPayTerms.recruiting),
});

/** A role; what may be left out is a mid-market seller’s. */
export const roleSchema = v.pipe(
  object({
    id: idOf(roleId),
    name: label,
    ramp: v.optional(listOf(shareUpTo(2), 60), [...figures.ramp.value]),
    annualAttrition: v.optional(shareBelowOne, figures.annualAttrition.value),
    timeToFill: v.optional(daysSpread, defaultTimeToFill(defaultSegment)),
    startSlip: v.optional(daysSpread, defaultStartSlip(defaultSegment)),
    productivity: object({ perMonth: amount, cv: v.optional(numberFrom(0, 5), defaultProductivityCv) }),
    dealSize: dealSizeSchema,
    skillCv: v.optional(numberFrom(0, 5), figures.skillCv.value),
    annualQuota: amount,
    pay: v.optional(pay),
  }),
  v.transform((each) => ({ ...each, pay: each.pay ?? defaultPay(each.annualQuota, defaultSegment) })),
);
