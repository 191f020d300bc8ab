import type { Levers, Manager, Plan, Region, Role, Seat, Territory } from '../../model/plan';

/** What people change together, in the order in which it is listed; `figures` is false where no simulated figure can follow. */
export const GROUPS = {
  team: { name: 'Seats and hires', figures: true },
  leaving: { name: 'Attrition', figures: true },
  filling: { name: 'Time to fill and start', figures: true },
  ramp: { name: 'Ramp', figures: true },
  productivity: { name: 'Productivity', figures: true },
  dealSize: { name: 'Deal size', figures: true },
  pipeline: { name: 'Win rate and pipeline', figures: true },
  targets: { name: 'Targets and budgets', figures: true },
  quota: { name: 'Quota', figures: true },
  pay: { name: 'Pay and cost', figures: true },
  territories: { name: 'Territories', figures: true },
  managers: { name: 'Managers', figures: true },
  market: { name: 'Market and seasonality', figures: true },
  events: { name: 'Risk events', figures: true },
  levers: { name: 'Levers', figures: true },
  calendar: { name: 'Calendar and currency', figures: true },
  names: { name: 'Names and sources', figures: false },
  run: { name: 'Seed and trials', figures: false },
} as const;

export type GroupId = keyof typeof GROUPS;
export const GROUP_IDS = Object.keys(GROUPS) as GroupId[];

/** The group of each field of an item; its id is what tells items apart and belongs to none. The compiler holds it complete. */
export type FieldGroups<Item> = Readonly<Record<Exclude<keyof Item, 'id'> & string, GroupId>>;

/** Fields that say what a plan is rather than what it assumes; lists and levers have tables of their own. */
type Apart = 'format' | 'version' | 'levers' | keyof typeof LIST_GROUPS;

export const PLAN_FIELDS: FieldGroups<Omit<Plan, Apart>> = {
  name: 'names',
  source: 'names',
  notes: 'names',
  currency: 'calendar',
  calendar: 'calendar',
  seasonality: 'market',
  market: 'market',
  parameterUncertainty: 'market',
  targets: 'targets',
  budgets: 'targets',
  grossMargin: 'pay',
  coverage: 'territories',
  accountBook: 'territories',
  management: 'managers',
  quota: 'quota',
  events: 'events',
  openPipeline: 'pipeline',
  run: 'run',
};

export const LEVER_FIELDS: FieldGroups<Levers> = {
  productivity: 'levers',
  dealSize: 'levers',
  attrition: 'levers',
  ramp: 'levers',
  timeToFill: 'levers',
  startDelay: 'levers',
  target: 'targets',
};

/** The group that says which items there are, and in which order. */
export const LIST_GROUPS = {
  regions: 'territories',
  territories: 'territories',
  managers: 'managers',
  roles: 'team',
  seats: 'team',
} as const satisfies Record<string, GroupId>;

export const REGION_FIELDS: FieldGroups<Region> = { name: 'names' };

export const TERRITORY_FIELDS: FieldGroups<Territory> = {
  name: 'names',
  regionId: 'territories',
  potential: 'territories',
  workload: 'territories',
};

export const MANAGER_FIELDS: FieldGroups<Manager> = {
  name: 'names',
  regionId: 'managers',
  seatId: 'managers',
};

export const ROLE_FIELDS: FieldGroups<Role> = {
  name: 'names',
  work: 'team',
  ramp: 'ramp',
  annualAttrition: 'leaving',
  attritionByTenure: 'leaving',
  performanceLeaving: 'leaving',
  timeToFill: 'filling',
  startSlip: 'filling',
  productivity: 'productivity',
  monthlyCv: 'productivity',
  skillCv: 'productivity',
  dealSize: 'dealSize',
  dealSizeCap: 'dealSize',
  dealSizeGrowth: 'dealSize',
  dealSizeCv: 'dealSize',
  pipeline: 'pipeline',
  sources: 'pipeline',
  sellingHours: 'territories',
  curvature: 'territories',
  annualQuota: 'quota',
  pay: 'pay',
};

/** An incumbent's own record is of `productivity`, the rest of the occupant of `team` (see `mixOccupant`). */
export const SEAT_FIELDS: FieldGroups<Seat> = {
  name: 'names',
  roleId: 'team',
  managerId: 'managers',
  territoryId: 'territories',
  occupant: 'team',
  backfill: 'team',
  closes: 'team',
  leaves: 'team',
  potential: 'productivity',
  annualQuota: 'quota',
  // nothing is drawn from it
  home: 'names',
};

/** The fields of such a table, in its order. */
export const fieldsOf = <Field extends string>(table: Readonly<Record<Field, GroupId>>): Field[] =>
  Object.keys(table) as Field[];
