import type { GroupId } from './assumptionGroups';

/** One thing that two plans say differently, in words. */
export interface Difference {
  readonly group: GroupId;
  /** Whose it is: names of roles, seats, territories, events, periods; none where it is the plan's. */
  readonly of: readonly string[];
  /** What differs (`attrition`), or what happened (`3 hires added`). */
  readonly what: string;
  /** In the first plan and in the second; absent where `what` says it all. */
  readonly from?: string;
  readonly to?: string;
}
