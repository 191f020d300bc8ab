import type { HireCell } from './hires';
import type { HireQuestion, Objective } from './question';

/** Bounds within which hires are sought. */
export interface HireLimits {
  readonly objective: Objective;
  /** Most people of one cell. */
  readonly perCell: number;
  /** Most people of one role. */
  readonly perRole: ReadonlyMap<HireCell['roleId'], number>;
  /** Most that they may cost. */
  readonly budget: number;
}

/** The cells that a question allows: every role's, each by month. */
export const cellsOf = ({ roles, firstMonth, lastMonth, perMonth }: HireQuestion): HireCell[] =>
  perMonth < 1
    ? []
    : roles.flatMap(({ roleId, most }) =>
        most < 1
          ? []
          : Array.from({ length: Math.max(0, lastMonth - firstMonth + 1) }, (_, month) => ({
              roleId,
              month: firstMonth + month,
            })),
      );

export const limitsOf = ({ objective, perMonth, roles, budget }: HireQuestion): HireLimits => ({
  objective,
  perCell: perMonth,
  perRole: new Map(roles.map(({ roleId, most }) => [roleId, most])),
  budget: budget ?? Infinity,
});

/**
 * Whether counts by cell that are within the limits stay so (cost apart) when cells lose or get a person each; asked for
 * thousands of moves of one plan, so that only what changes is looked at.
 */
export function moveCheck(limits: HireLimits, cells: readonly HireCell[], counts: readonly number[]) {
  const roles = [...limits.perRole.keys()];
  const roleOf = cells.map(({ roleId }) => roles.indexOf(roleId));
  const most = roles.map((roleId) => limits.perRole.get(roleId) ?? 0);
  const now = roles.map(() => 0);
  counts.forEach((count, cell) => {
    const role = roleOf[cell] ?? 0;
    now[role] = (now[role] ?? 0) + count;
  });
  const times = (list: readonly number[], cell: number) => {
    let sum = 0;
    for (const each of list) if (each === cell) sum++;
    return sum;
  };
  const inRole = (list: readonly number[], role: number) => {
    let sum = 0;
    for (const each of list) if (roleOf[each] === role) sum++;
    return sum;
  };
  return (out: readonly number[], into: readonly number[]): boolean => {
    for (const cell of out) if ((counts[cell] ?? 0) < times(out, cell)) return false;
    for (const cell of into) {
      const role = roleOf[cell] ?? 0;
      if ((counts[cell] ?? 0) + times(into, cell) - times(out, cell) > limits.perCell) return false;
      if ((now[role] ?? 0) + inRole(into, role) - inRole(out, role) > (most[role] ?? 0)) return false;
    }
    return true;
  };
}
