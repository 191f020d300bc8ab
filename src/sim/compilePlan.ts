import { monthNumber, monthsFromStart, planPeriods } from '../model/calendar';
import { occupantDate } from '../model/occupantDate';
import type { EmpiricalSizes, PayPlan, Plan, Role, Seat } from '../model/plan';
import { DAYS_PER_MONTH } from '../model/units';
import { log } from './elementary';
import { entityKey, type EntityKey } from './entityKey';
import { cachedTable, makeSizeSource, sameSizes, type SizeSource } from './sizeSource';
import { makeSpreadSource, type SpreadSource } from './spread';
import type { QuantileTable } from './quantileTable';

/** A role, ready to be run. */
export interface RoleInput {
  readonly key: EntityKey;
  /** Ramp share by month of tenure at index tenure + 1; index 0 is the month before the first. Ends in ones, past any tenure the run can ask for. */
  readonly ramp: Float64Array<ArrayBuffer>;
  /** Tenure in months from which on the ramp is over. */
  readonly rampMonths: number;
  /** Force of leaving per month; zero where nobody leaves. */
  readonly leavingForce: number;
  readonly timeToFill: SpreadSource;
  readonly startSlip: SpreadSource;
  /** Deals per month of a ramped person of skill one. */
  readonly dealsPerMonth: number;
  /** Shape of the gamma of mean one that the role's productivity is drawn from; Infinity where it is known. */
  readonly uncertaintyShape: number;
  readonly sizes: SizeSource;
  /** Skill, mean one; undefined where everybody is alike. */
  readonly skill: QuantileTable | undefined;
  readonly pay: PayPlan;
}

/** A seat, ready to be run. Times are months from the plan's start, fractional. */
export interface SeatInput {
  /** Its place in the plan's list of seats, where its results go. */
  readonly index: number;
  readonly key: EntityKey;
  readonly role: number;
  /** Hire date of an incumbent (zero or less), or the target start of a planned hire. */
  readonly start: number;
  readonly planned: boolean;
  readonly backfill: boolean;
  readonly potential: number;
  readonly annualQuota: number;
  /** An incumbent's own record, where there is one. */
  readonly history: HistoryInput | undefined;
}

export interface HistoryInput {
  readonly shape: number;
  /** Deals per month of one unit of the gamma, levers applied. */
  readonly scale: number;
  readonly sizes: SizeSource;
}

/** A plan compiled once for many trials. Seats stand in the order of their keys, so that no result depends on the plan's. */
export interface RunInput {
  readonly seed: number;
  readonly months: number;
  readonly market: Plan['market'];
  readonly parameterUncertainty: boolean;
  /** Season weight by plan month. */
  readonly season: Float64Array<ArrayBuffer>;
  /** Fiscal quarter (counted from the plan's first) and year of each plan month. */
  readonly quarterOfMonth: Uint8Array<ArrayBuffer>;
  readonly yearOfMonth: Uint8Array<ArrayBuffer>;
  readonly quarters: number;
  readonly years: number;
  readonly roles: readonly RoleInput[];
  readonly seats: readonly SeatInput[];
}

/** Compiles a plan that has been parsed. Cost: under a millisecond a role (its tables), microseconds a seat. */
export function compilePlan(plan: Plan): RunInput {
  const { calendar } = plan;
  const months = calendar.months;
  const periods = planPeriods(calendar);
  const quarters = periods.filter((period) => period.kind === 'quarter');
  const years = periods.filter((period) => period.kind === 'year');
  const indexIn = (list: typeof periods, month: number) =>
    list.findIndex((period) => month < period.endMonth);
  const each = Array.from({ length: months }, (_, month) => month);
  const roleIndex = new Map(plan.roles.map((role, index) => [role.id, index]));
  const roles = plan.roles.map((role) => compileRole(plan, role));
  const firstMonth = monthNumber(calendar.start);
  return {
    seed: plan.run.seed,
    months,
    market: plan.market,
    parameterUncertainty: plan.parameterUncertainty,
    season: Float64Array.from(each, (month) => plan.seasonality[(firstMonth + month) % 12] ?? 1),
    quarterOfMonth: Uint8Array.from(each, (month) => indexIn(quarters, month)),
    yearOfMonth: Uint8Array.from(each, (month) => indexIn(years, month)),
    quarters: quarters.length,
    years: years.length,
    roles,
    seats: plan.seats
      .map((seat, index) => compileSeat(plan, roles, seat, index, roleIndex.get(seat.roleId) ?? 0))
      .sort(byKey),
  };
}

function byKey(a: SeatInput, b: SeatInput): number {
  return a.key.high - b.key.high || a.key.low - b.key.low;
}

function compileRole(plan: Plan, role: Role): RoleInput {
  const { levers } = plan;
  const sizes = makeSizeSource(role.dealSize, levers.dealSize);
  // the deal-size lever changes what a deal is worth, not how many there are
  const statedMean =
    levers.dealSize > 0 ? sizes.mean / levers.dealSize : makeSizeSource(role.dealSize, 1).mean;
  const ramp = stretchRamp(role.ramp, levers.ramp);
  const rampMonths = ramp.length;
  const padded = new Float64Array(rampMonths + plan.calendar.months + 3).fill(1);
  padded[0] = 0;
  padded.set(ramp, 1);
  return {
    key: entityKey('role', role.id),
    ramp: padded,
    rampMonths,
    leavingForce: (-log(1 - role.annualAttrition) / 12) * levers.attrition,
    timeToFill: makeSpreadSource(role.timeToFill, levers.timeToFill),
    startSlip: makeSpreadSource(role.startSlip, 1),
    dealsPerMonth: statedMean > 0 ? (role.productivity.perMonth / statedMean) * levers.productivity : 0,
    uncertaintyShape: role.productivity.cv > 0 ? 1 / (role.productivity.cv * role.productivity.cv) : Infinity,
    sizes,
    skill: role.skillCv > 0 ? cachedTable('lognormal', role.skillCv) : undefined,
    pay: role.pay,
  };
}

/** A ramp squeezed further is none; month ÷ factor must stay finite. */
const SHORTEST_RAMP = 1e-9;

/** A ramp that takes `factor` times as long: each month of tenure is the time-weighted blend of the months it now spans. */
export function stretchRamp(ramp: readonly number[], factor: number): number[] {
  if (factor === 1) return [...ramp];
  if (factor < SHORTEST_RAMP) return [];
  const length = Math.ceil(ramp.length * factor);
  const stretched: number[] = [];
  for (let month = 0; month < length; month++) {
    const from = month / factor;
    const to = (month + 1) / factor;
    let sum = 0;
    for (let old = Math.floor(from); old < Math.min(to, ramp.length); old++) {
      const covered = Math.min(to, old + 1) - Math.max(from, old);
      sum += covered * (ramp[old] ?? 1);
    }
    sum += Math.max(0, to - Math.max(from, ramp.length));
    stretched.push(sum / (to - from));
  }
  return stretched;
}

function compileSeat(
  plan: Plan,
  roles: readonly RoleInput[],
  seat: Seat,
  index: number,
  role: number,
): SeatInput {
  const { levers, calendar } = plan;
  const { occupant } = seat;
  const planned = occupant.kind !== 'incumbent';
  const date = monthsFromStart(calendar, occupantDate(occupant));
  const delay = planned ? levers.startDelay / DAYS_PER_MONTH : 0;
  const history = occupant.kind === 'incumbent' ? occupant.history : undefined;
  return {
    index,
    key: entityKey('seat', seat.id),
    role,
    start: date + delay,
    planned,
    backfill: seat.backfill,
    potential: seat.potential ?? 1,
    annualQuota: seat.annualQuota ?? plan.roles[role]?.annualQuota ?? 0,
    history: history && {
      shape: history.dealsPerMonth.shape,
      scale: (levers.productivity * (seat.potential ?? 1)) / history.dealsPerMonth.rate,
      sizes: sizesOf(history.dealSize, plan.roles[role], roles[role], levers.dealSize),
    },
  };
}

/** Sellers with too few deals of their own carry their role's sizes: one list serves all of them. */
function sizesOf(
  sizes: EmpiricalSizes,
  role: Role | undefined,
  input: RoleInput | undefined,
  factor: number,
): SizeSource {
  const shared = role && input && sameSizes(sizes, role.dealSize);
  return shared ? input.sizes : makeSizeSource(sizes, factor);
}
