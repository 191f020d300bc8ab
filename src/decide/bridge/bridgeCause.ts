/**
 * What lies between full capacity and expected bookings, in the order in which a bridge takes it off: the later ones
 * are counted on top of the earlier ones.
 */
export const BRIDGE_CAUSES = [
  /** Hires, transfers and closings dated within the year, against all of its seats there from first to last day. */
  'dates',
  /** Planned hires that start later than their date. */
  'lateStarts',
  'absence',
  'ramp',
  /** People leave and are replaced the same day: successors ramp anew. */
  'leaving',
  /** The time until they are replaced, and those who are not. */
  'vacancy',
  /** Sales cycles, what leavers take along, and what is open at the plan's start. */
  'cycle',
  /** Managers missing or over span, and support roles that feed too little. */
  'support',
  /** Potential of territories that is worked by too few hours, or by too many. */
  'coverage',
  'events',
  /** Market, territory shocks and inputs known in part: of mean one, they move a year more than they lower it. */
  'market',
] as const;

export type BridgeCause = (typeof BRIDGE_CAUSES)[number];
