import type { LeaveOfAbsence, Plan, RiskEvent, Role, Seat } from '../model/plan';
import { LARGEST_FACTOR } from './kernel/records';

/** The engine takes a curvature below it for none. */
const LINEAR = 1e-6;

/**
 * Whether `expectOutcome` gives the plan's means exactly. It cannot where means answer to other means in a bent line
 * (coverage that is curved or a mere presence, support ratios, managers missed), where lives answer to deals or to
 * events, where people move between seats, where a leaver's pipeline is lost in part, or where opportunities are listed.
 * Linear in the plan.
 */
export function hasExactMean(plan: Plan): boolean {
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const places = new Map(plan.territories.map((territory) => [territory.id, territory]));
  if (plan.openPipeline.opportunities.length > 0 || missesManagers(plan) || !leavesLivesAlone(plan.events))
    return false;
  return plan.seats.every((seat) => {
    const role = roles.get(seat.roleId);
    const territory = seat.territoryId === undefined ? undefined : places.get(seat.territoryId);
    if (!role || seat.occupant.kind === 'transfer') return false;
    if ((role.performanceLeaving?.multiplier ?? 1) !== 1 || isFed(role) || !keepsPipeline(plan, seat, role))
      return false;
    if (!hasPlainLeaves(seat)) return false;
    if (territory?.potential === undefined) return true;
    // what a past has created hangs on the coverage of the first month
    const steady = role.pipeline?.opening === 'steady';
    return (role.curvature ?? plan.coverage.curvature) < LINEAR && territory.workload > 0 && !steady;
  });
}

const missesManagers = ({ management, managers }: Plan): boolean =>
  managers.length > 0 &&
  (management.vacantFactor !== 1 || management.overSpanFactor !== 1 || management.rampFactor !== 1);

const isFed = ({ sources = [] }: Role): boolean => sources.some(({ fedBy }) => fedBy !== undefined);

function leavesLivesAlone(events: readonly RiskEvent[]): boolean {
  const most = events.reduce((product, { effects }) => {
    const { intensity = 1, winRate = 1, dealSize = 1 } = effects;
    return product * Math.max(1, intensity * winRate) * Math.max(1, dealSize);
  }, 1);
  if (!(most < LARGEST_FACTOR)) return false;
  return events.every(({ effects }) => (effects.attrition ?? 1) === 1 && (effects.timeToFill ?? 1) === 1);
}

/** Whether nobody leaves a pipeline of which only a part is kept. */
function keepsPipeline({ levers }: Plan, { closes }: Seat, role: Role): boolean {
  if (!role.pipeline || role.pipeline.leaverKept === 1) return true;
  const leaves = role.annualAttrition > 0 || role.attritionByTenure !== undefined;
  return closes === undefined && (!leaves || levers.attrition === 0);
}

/** Whether leaves of absence are an incumbent's, whose start is known, and do not overlap. */
function hasPlainLeaves({ occupant, leaves = [] }: Seat): boolean {
  const byStart = [...leaves].sort((one, other) => (one.from < other.from ? -1 : 1));
  const apart = byStart.every(
    (leave: LeaveOfAbsence, at) => at === 0 || leave.from >= (byStart[at - 1]?.to ?? ''),
  );
  return leaves.length === 0 || (occupant.kind === 'incumbent' && apart);
}
