import type { EmpiricalSizes } from '../model/plan';
import { money, type Money } from '../model/units';
import { roundFigure } from './roundFigure';

/** More different amounts than this make a plan heavy and tell no more. */
const MOST_AMOUNTS = 5000;

/**
 * Deal sizes to be resampled: different amounts in ascending order, each with how often it occurred. A sample with
 * more than 5,000 different amounts is thinned to as many neighbouring groups, each at its mean: the mean of all
 * stays, and next to nothing of the spread is lost.
 */
export function makeEmpiricalSizes(sizes: readonly Money[]): EmpiricalSizes {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  const different = [...counts].toSorted(([a], [b]) => a - b);
  const grouped = different.length > MOST_AMOUNTS ? groupNeighbours(different) : different;
  return {
    kind: 'empirical',
    amounts: grouped.map(([amount]) => money(amount)),
    counts: grouped.map(([, count]) => count),
  };
}

function groupNeighbours(different: readonly (readonly [number, number])[]): [number, number][] {
  const size = Math.ceil(different.length / MOST_AMOUNTS);
  const groups: [number, number][] = [];
  for (let start = 0; start < different.length; start += size) {
    const members = different.slice(start, start + size);
    const count = members.reduce((sum, [, times]) => sum + times, 0);
    const total = members.reduce((sum, [amount, times]) => sum + amount * times, 0);
    groups.push([roundFigure(total / count), count]);
  }
  return groups;
}
