import * as v from 'valibot';
import { accountBookSchema } from './accountBookSchema';
import { defaultMarket, defaultRun, flatSeasonality, neutralDesign } from './defaults';
import { eventSchema } from './eventSchema';
import { leversSchema } from './leversSchema';
import { noteSchema } from './noteSchema';
import { openPipelineSchema } from './openPipelineSchema';
import { PLAN_VERSION, type Plan } from './plan';
import {
  amount,
  belowOne,
  currency,
  fiscalYear,
  flag,
  idOf,
  label,
  listOf,
  month,
  nonNegative,
  numberFrom,
  object,
  period,
  shareUpTo,
  wholeFrom,
} from './planFields';
import { coverageSchema, managementSchema, quotaPolicySchema } from './policySchema';
import { roleSchema } from './roleSchema';
import { seatSchema } from './seatSchema';
import { territorySchema } from './territorySchema';
import { managerId, planId, regionId, seatId } from './units';

/** Twelve weights, brought to a mean of one; those that have it already are left to the bit. */
const seasonality = v.pipe(
  v.array(nonNegative, 'must be a list'),
  v.length(12, 'must have twelve weights'),
  v.check(
    (weights) => weights.length === 0 || weights.some((each) => each > 0),
    'must not be zero in every month',
  ),
  v.transform((weights) => {
    const sum = weights.reduce((total, each) => total + each, 0);
    return Math.abs(sum - 12) < 1e-9 ? weights : weights.map((each) => (each * 12) / sum);
  }),
);

const manager = object({
  id: idOf(managerId),
  name: label,
  regionId: v.exactOptional(idOf(regionId)),
  seatId: v.exactOptional(idOf(seatId)),
});

/** The shape of a plan with the defaults of what may be left out. Rules across fields are in `planRules`. */
export const planSchema = object({
  format: v.literal('turfcast-plan', 'must be turfcast-plan'),
  version: v.literal(PLAN_VERSION, `must be ${PLAN_VERSION}`),
  id: v.optional(idOf(planId), 'plan'),
  name: v.optional(label, 'Untitled plan'),
  currency: v.optional(currency, 'USD'),
  calendar: object({
    start: month,
    months: wholeFrom(1, 60),
    fiscalYearStart: v.optional(wholeFrom(1, 12), 1),
  }),
  seasonality: v.optional(seasonality, [...flatSeasonality]),
  market: v.optional(
    object({
      sd: v.optional(numberFrom(0, 2), defaultMarket.sd),
      persistence: v.optional(belowOne, defaultMarket.persistence),
    }),
    {},
  ),
  parameterUncertainty: v.optional(flag, true),
  targets: v.optional(listOf(object({ period, amount }), 400), []),
  budgets: v.optional(listOf(object({ period: fiscalYear, amount }), 100), []),
  levers: v.optional(leversSchema, {}),
  grossMargin: v.optional(shareUpTo(1), neutralDesign.grossMargin),
  coverage: v.optional(coverageSchema, {}),
  management: v.optional(managementSchema, {}),
  quota: v.optional(quotaPolicySchema, {}),
  events: v.optional(listOf(eventSchema, 1000), []),
  regions: v.optional(listOf(object({ id: idOf(regionId), name: label }), 1000), []),
  territories: v.optional(listOf(territorySchema, 5000), []),
  managers: v.optional(listOf(manager, 5000), []),
  roles: listOf(roleSchema, 100),
  seats: listOf(seatSchema, 5000),
  openPipeline: v.optional(openPipelineSchema, {}),
  accountBook: v.exactOptional(accountBookSchema),
  run: v.optional(
    object({
      seed: v.optional(wholeFrom(0, 4_294_967_295), defaultRun.seed),
      trials: v.optional(wholeFrom(1, 1_000_000), defaultRun.trials),
      standardError: v.exactOptional(numberFrom(0.0001, 0.5)),
    }),
    {},
  ),
  source: v.exactOptional(
    object({
      summary: v.pipe(v.string('must be text'), v.maxLength(2000, 'must have at most 2,000 characters')),
      files: listOf(
        v.pipe(v.string('must be text'), v.maxLength(500, 'must have at most 500 characters')),
        100,
      ),
    }),
  ),
  notes: v.exactOptional(listOf(noteSchema, 5000)),
});

type Frozen<Value> = Value extends string | number | boolean | undefined
  ? Value
  : { readonly [Key in keyof Value]: Frozen<Value[Key]> };
type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

/** Compiles only while the schema yields exactly the type `Plan`, optional fields and units included. */
export const planSchemaYieldsPlans: Same<Frozen<v.InferOutput<typeof planSchema>>, Frozen<Plan>> = true;
