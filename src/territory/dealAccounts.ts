import type { Split } from './units';

/**
 * Deals accounts without a place to territories, each family at once, the heaviest first and each to whoever has least: so
 * that none is lost and the loads come out as even as they can. Changes `loads` and `at`. Source: Graham 1969, SIAM J. Appl.
 * Math. 17 (longest first). Cost: a sort, and the territories for each family.
 */
export function dealAccounts(
  accounts: Int32Array,
  leaders: Int32Array,
  weights: readonly number[],
  loads: Float64Array,
  at: Split,
): void {
  const families = new Map<number, { weight: number; members: number[] }>();
  for (const account of accounts) {
    const leader = leaders[account] ?? account;
    const family = families.get(leader) ?? { weight: 0, members: [] };
    family.weight += weights[account] ?? 0;
    family.members.push(account);
    families.set(leader, family);
  }
  // where nothing is weighed, as many accounts to each
  const counts = new Int32Array(loads.length);
  const heaviest = [...families].sort(([a, one], [b, other]) => other.weight - one.weight || a - b);
  for (const [, { weight, members }] of heaviest) {
    let least = 0;
    for (let t = 1; t < loads.length; t++) {
      const gap = (loads[t] ?? 0) - (loads[least] ?? 0);
      if (gap < 0 || (gap === 0 && (counts[t] ?? 0) < (counts[least] ?? 0))) least = t;
    }
    loads[least] = (loads[least] ?? 0) + weight;
    counts[least] = (counts[least] ?? 0) + members.length;
    for (const member of members) at[member] = least;
  }
}
