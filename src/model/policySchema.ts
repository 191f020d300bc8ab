import * as v from 'valibot';
import { neutralDesign } from './defaults';
import { flag, numberFrom, object, wholeFrom } from './planFields';

const { coverage, management, quota } = neutralDesign;

/** How bookings answer to effort: see `Coverage`. */
export const coverageSchema = object({
  curvature: v.optional(numberFrom(0, 20), coverage.curvature),
  territoryShockSd: v.optional(numberFrom(0, 2), coverage.territoryShockSd),
});

/** What a team loses without its manager: see `Management`. */
export const managementSchema = object({
  vacantFactor: v.optional(numberFrom(0, 5), management.vacantFactor),
  spanLimit: v.exactOptional(wholeFrom(1, 5000)),
  overSpanFactor: v.optional(numberFrom(0, 5), management.overSpanFactor),
  rampFactor: v.optional(numberFrom(0, 5), management.rampFactor),
});

const overAssignment = object({
  regions: v.optional(numberFrom(0.5, 3), quota.overAssignment.regions),
  managers: v.optional(numberFrom(0.5, 3), quota.overAssignment.managers),
  seats: v.optional(numberFrom(0.5, 3), quota.overAssignment.seats),
});

/** Where quotas come from: see `QuotaPolicy`. */
export const quotaPolicySchema = object({
  source: v.optional(v.picklist(['stated', 'topDown'], 'must be one of stated and topDown'), quota.source),
  allocation: v.optional(
    v.picklist(['even', 'capacity'], 'must be one of even and capacity'),
    quota.allocation,
  ),
  overAssignment: v.optional(overAssignment, {}),
  rampRelief: v.optional(flag, quota.rampRelief),
});
