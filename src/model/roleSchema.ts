import * as v from 'valibot';
import { performanceLeavingSchema, tenureAttritionSchema } from './attritionSchema';
import { dealSizeSchema } from './dealSizeSchema';
import {
  defaultPay,
  defaultProductivityCv,
  defaultSegment,
  defaultStartSlip,
  defaultTimeToFill,
} from './defaults';
import { paySchema } from './paySchema';
import { pipelineSchema, sourcesSchema } from './pipelineSchema';
import {
  amount,
  amountAboveZero,
  daysSpread,
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

/** A role; what may be left out is a mid-market seller’s. */
export const roleSchema = v.pipe(
  object({
    id: idOf(roleId),
    name: label,
    work: v.exactOptional(
      v.picklist(['sell', 'manage', 'support'], 'must be one of sell, manage and support'),
    ),
    ramp: v.optional(listOf(shareUpTo(2), 60), [...figures.ramp.value]),
    annualAttrition: v.optional(shareBelowOne, figures.annualAttrition.value),
    attritionByTenure: v.exactOptional(tenureAttritionSchema),
    performanceLeaving: v.exactOptional(performanceLeavingSchema),
    timeToFill: v.optional(daysSpread, defaultTimeToFill(defaultSegment)),
    startSlip: v.optional(daysSpread, defaultStartSlip(defaultSegment)),
    productivity: object({ perMonth: amount, cv: v.optional(numberFrom(0, 5), defaultProductivityCv) }),
    dealSize: dealSizeSchema,
    dealSizeCap: v.exactOptional(amountAboveZero),
    dealSizeGrowth: v.exactOptional(numberFrom(-0.1, 0.1)),
    dealSizeCv: v.exactOptional(numberFrom(0, 5)),
    monthlyCv: v.exactOptional(numberFrom(0, 5)),
    pipeline: v.exactOptional(pipelineSchema),
    sources: v.exactOptional(sourcesSchema),
    sellingHours: v.exactOptional(numberFrom(0, 400)),
    curvature: v.exactOptional(numberFrom(0, 20)),
    skillCv: v.optional(numberFrom(0, 5), figures.skillCv.value),
    annualQuota: amount,
    pay: v.optional(paySchema),
  }),
  v.transform((each) => ({ ...each, pay: each.pay ?? defaultPay(each.annualQuota, defaultSegment) })),
);
