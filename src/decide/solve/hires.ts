import type { RoleId } from '../../model/units';

/** People to hire: so many of a role, to start in a month (an index from the plan's start; 0 is the first). */
export interface HireStep {
  readonly roleId: RoleId;
  readonly month: number;
  readonly count: number;
}

/** What may be hired in one month of one role. */
export interface HireCell {
  readonly roleId: RoleId;
  readonly month: number;
}

/** People in all. */
export const hireCount = (steps: readonly HireStep[]): number =>
  steps.reduce((sum, { count }) => sum + count, 0);

/** The steps that counts by cell stand for; cells without anyone are left out. */
export const stepsOf = (cells: readonly HireCell[], counts: ArrayLike<number>): HireStep[] =>
  cells.flatMap(({ roleId, month }, cell) => {
    const count = counts[cell] ?? 0;
    return count > 0 ? [{ roleId, month, count }] : [];
  });
