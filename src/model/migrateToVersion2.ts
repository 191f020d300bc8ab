import { isPlanRecord, type PlanRecord } from './planRecord';

/** All that version 1 knew. It dropped any other field, so none may be taken for one that version 2 has added. */
const PLAN =
  'format version id name currency calendar seasonality market parameterUncertainty targets levers regions managers roles seats run source';
const MANAGER = 'id name regionId';
const ROLE =
  'id name ramp annualAttrition timeToFill startSlip productivity dealSize skillCv annualQuota pay';
const PAY = 'base variable cap benefits recruiting';
const SEAT = 'id name roleId managerId occupant backfill potential annualQuota';
const RUN = 'seed trials';

/** What version 1 took for the accelerator where it was left out. */
const USUAL_ACCELERATOR = 1.5;

const only = (record: PlanRecord, names: string): PlanRecord =>
  Object.fromEntries(names.split(' ').flatMap((name) => (name in record ? [[name, record[name]]] : [])));

/** A record changed; whatever else stands in its place is left to `parsePlan`. */
const whereRecord = (value: unknown, change: (record: PlanRecord) => PlanRecord): unknown =>
  isPlanRecord(value) ? change(value) : value;

const eachRecord = (value: unknown, change: (record: PlanRecord) => PlanRecord): unknown =>
  Array.isArray(value) ? value.map((item) => whereRecord(item, change)) : value;

/** The plan with one field changed, if it has it. */
const withField = (plan: PlanRecord, name: string, change: (value: unknown) => unknown): PlanRecord =>
  name in plan ? { ...plan, [name]: change(plan[name]) } : plan;

/** The accelerator was the rate above 100 % of the year's quota. */
function payInSteps(pay: PlanRecord): PlanRecord {
  const rate = pay['accelerator'] === undefined ? USUAL_ACCELERATOR : pay['accelerator'];
  return {
    ...only(pay, PAY),
    period: 'year',
    steps: [
      { from: 0, rate: 1 },
      { from: 1, rate },
    ],
  };
}

/**
 * A plan of version 1 as version 2, which states pay by steps of attainment instead of one accelerator. All else that
 * version 2 adds is left out and so neutral: the plan means exactly what it meant.
 */
export function migrateToVersion2(plan: PlanRecord): PlanRecord {
  let next = only(plan, PLAN);
  next = withField(next, 'managers', (list) => eachRecord(list, (manager) => only(manager, MANAGER)));
  next = withField(next, 'roles', (list) =>
    eachRecord(list, (role) => withField(only(role, ROLE), 'pay', (pay) => whereRecord(pay, payInSteps))),
  );
  next = withField(next, 'seats', (list) => eachRecord(list, (seat) => only(seat, SEAT)));
  return withField(next, 'run', (run) => whereRecord(run, (settings) => only(settings, RUN)));
}
