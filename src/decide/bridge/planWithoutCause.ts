import type { Period } from '../../model/calendar';
import { neutralDesign, neutralLevers } from '../../model/defaults';
import { mendReferences } from '../../model/mendReferences';
import type { Plan, Role } from '../../model/plan';
import { days } from '../../model/units';
import type { BridgeCause } from './bridgeCause';
import { planWithFullSeats } from './planWithFullSeats';
import { planWithoutCoverage } from './planWithoutCoverage';

const AT_ONCE = { p50: days(0), p90: days(0) };

const mapRoles = (plan: Plan, edit: (role: Role) => Role): Plan => {
  const roles = plan.roles.map(edit);
  return roles.every((role, index) => role === plan.roles[index]) ? plan : { ...plan, roles };
};

const withoutKey = <Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key) => {
  const { [key]: _, ...rest } = whole;
  return rest;
};

const SWITCHES: Readonly<Record<BridgeCause, (plan: Plan, year: Period) => Plan>> = {
  dates: planWithFullSeats,
  lateStarts(plan) {
    const punctual = mapRoles(plan, (role) =>
      role.startSlip.p90 === 0 ? role : { ...role, startSlip: AT_ONCE },
    );
    if (plan.levers.startDelay === 0) return punctual;
    return { ...punctual, levers: { ...plan.levers, startDelay: neutralLevers.startDelay } };
  },
  absence(plan) {
    if (plan.seats.every(({ leaves }) => leaves === undefined)) return plan;
    return { ...plan, seats: plan.seats.map((seat) => withoutKey(seat, 'leaves')) };
  },
  ramp: (plan) =>
    mapRoles(plan, (role) => (role.ramp.every((each) => each === 1) ? role : { ...role, ramp: [] })),
  leaving: (plan) =>
    plan.levers.attrition === 0 ? plan : { ...plan, levers: { ...plan.levers, attrition: 0 } },
  vacancy(plan) {
    const filled = mapRoles(plan, (role) =>
      role.timeToFill.p90 === 0 ? role : { ...role, timeToFill: AT_ONCE },
    );
    if (plan.seats.every(({ backfill }) => backfill)) return filled;
    return {
      ...filled,
      seats: plan.seats.map((seat) => (seat.backfill ? seat : { ...seat, backfill: true })),
    };
  },
  cycle(plan) {
    const direct = mapRoles(plan, (role) => (role.pipeline ? withoutKey(role, 'pipeline') : role));
    return direct === plan ? plan : { ...direct, openPipeline: neutralDesign.openPipeline };
  },
  support(plan) {
    const { vacantFactor, overSpanFactor, rampFactor } = plan.management;
    const fed = mapRoles(plan, (role) => {
      const { sources } = role;
      if (!sources?.some(({ fedBy }) => fedBy)) return role;
      return { ...role, sources: sources.map((source) => withoutKey(source, 'fedBy')) };
    });
    if (vacantFactor === 1 && overSpanFactor === 1 && rampFactor === 1) return fed;
    return { ...fed, management: neutralDesign.management };
  },
  coverage: planWithoutCoverage,
  events: (plan) => (plan.events.length === 0 ? plan : mendReferences({ ...plan, events: [] })),
  market(plan) {
    const { market, coverage, parameterUncertainty } = plan;
    if (market.sd === 0 && coverage.territoryShockSd === 0 && !parameterUncertainty) return plan;
    return {
      ...plan,
      market: { ...market, sd: 0 },
      coverage: { ...coverage, territoryShockSd: 0 },
      parameterUncertainty: false,
    };
  },
};

/**
 * The plan as it would be if that cause were not there, for a fiscal year of it; everything else, its seed and all ids
 * stay, so the same trial of both is lived by the same chance. The very same plan where nothing of the cause is in it.
 */
export const planWithoutCause = (plan: Plan, cause: BridgeCause, year: Period): Plan =>
  SWITCHES[cause](plan, year);
