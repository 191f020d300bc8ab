import { fiscalPosition, monthFromNumber, monthNumber } from '../model/calendar';
import { defaultRun, neutralDesign, neutralLevers } from '../model/defaults';
import { PLAN_VERSION, type Calendar, type Plan, type Role, type Seat } from '../model/plan';
import { isoDate, planId, seatId, type IsoDate } from '../model/units';
import { splitTarget } from './chooseTarget';
import { makeEmpiricalSizes } from './empiricalSizes';
import { makeId } from './makeId';
import { quotaOf, type CalibratedRole } from './makeRoles';
import type { CalibratedTeam } from './makeTeam';
import { meanDealSize } from '../model/meanDealSize';
import { posteriorOf, type DealRate } from './posterior';
import type { CalibrationOptions, MarketReport, TargetRule } from './report';
import type { RoleGroup } from './roleGroups';
import type { SellerRecord } from './sellerRecords';

/** Deals from which on a seller's own sizes are resampled; of fewer the role's. */
export const LEAST_OWN_SIZES = 5;

/** The sizes that a seller's seat resamples. */
export const sizesOf = ({ sizes }: SellerRecord, group: RoleGroup) =>
  sizes.length < LEAST_OWN_SIZES ? group.sizes : makeEmpiricalSizes(sizes);

/** The plan's calendar: twelve months from the one after the last closing, unless told otherwise. */
export function planCalendar(
  to: IsoDate,
  { planStart, months = 12, fiscalYearStart = 1 }: CalibrationOptions,
): Calendar {
  return { start: planStart ?? monthFromNumber(monthNumber(to) + 1), months, fiscalYearStart };
}

export interface PlanParts {
  readonly calendar: Calendar;
  readonly roles: readonly CalibratedRole[];
  readonly team: CalibratedTeam;
  readonly prior: DealRate;
  readonly weights: readonly number[];
  readonly market: MarketReport;
  readonly target: TargetRule;
  readonly summary: string;
  readonly files: readonly string[];
}

/**
 * The plan of the calibrated parts: everyone still active is an incumbent of their own record. Its id is always the
 * same; who keeps it gives it one of its own.
 */
export function makePlan(parts: PlanParts, options: CalibrationOptions, taken: Set<string>): Plan {
  const { calendar, roles, team, target, market } = parts;
  const seats = roles
    .flatMap((role) => role.group.records.filter(({ left }) => !left).map((record) => ({ role, record })))
    .toSorted((a, b) => (a.record.seller.name < b.record.seller.name ? -1 : 1))
    .map(({ role, record }) => makeSeat(record, role, parts, taken));
  return {
    format: 'turfcast-plan',
    version: PLAN_VERSION,
    id: planId('imported-history'),
    name: options.planName ?? `FY${fiscalPosition(calendar, calendar.months - 1).year} plan`,
    currency: options.currency ?? 'USD',
    calendar,
    seasonality: parts.weights,
    market: { sd: market.sd, persistence: market.persistence },
    parameterUncertainty: true,
    targets: splitTarget(calendar, target.amount),
    levers: neutralLevers,
    ...neutralDesign,
    regions: team.regions,
    managers: team.managers,
    roles: roles.map(({ role }) => role),
    seats,
    run: defaultRun,
    source: { summary: parts.summary, files: parts.files },
  };
}

/** Whoever is hired by that day is past the role's ramp when the plan starts. */
const rampedDate = (role: Role, { start }: Calendar) =>
  isoDate(`${monthFromNumber(monthNumber(start) - role.ramp.length)}-01`);

/** The team table's date of hire. One after the plan's first day is not when an incumbent began to sell. */
const statedDate = ({ seller }: SellerRecord, { start }: Calendar) =>
  seller.hired !== undefined && seller.hired <= `${start}-01` ? seller.hired : undefined;

/** Was there before the history began, nothing says since when, and would be on the ramp if it were since then. */
export const isTakenAsRamped = (record: SellerRecord, role: Role, calendar: Calendar): boolean =>
  record.thereBefore &&
  statedDate(record, calendar) === undefined &&
  record.firstActivity > rampedDate(role, calendar);

/** Since when a seller sells, for the ramp: the team table's date, else the first activity, at the latest the plan's first day. */
function hireDate(record: SellerRecord, role: Role, calendar: Calendar): IsoDate {
  if (isTakenAsRamped(record, role, calendar)) return rampedDate(role, calendar);
  const planStart = isoDate(`${calendar.start}-01`);
  const { firstActivity } = record;
  return statedDate(record, calendar) ?? (firstActivity < planStart ? firstActivity : planStart);
}

function makeSeat(
  record: SellerRecord,
  { role, group }: CalibratedRole,
  parts: PlanParts,
  taken: Set<string>,
): Seat {
  const { seller } = record;
  const dealsPerMonth = posteriorOf(parts.prior, record);
  const dealSize = sizesOf(record, group);
  const quota = seller.annualQuota ?? quotaOf(dealsPerMonth, meanDealSize(dealSize), group);
  const manager = parts.team.managerOf.get(seller.name);
  return {
    id: seatId(makeId('seat', seller.name, taken)),
    name: seller.name.slice(0, 200),
    roleId: role.id,
    ...(manager === undefined ? {} : { managerId: manager }),
    occupant: {
      kind: 'incumbent',
      hired: hireDate(record, role, parts.calendar),
      history: { dealsPerMonth, dealSize },
    },
    backfill: true,
    ...(quota === role.annualQuota ? {} : { annualQuota: quota }),
  };
}
