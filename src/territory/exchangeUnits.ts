import type { OffBounds } from './offBounds';
import type { SplitState } from './splitState';
import type { Split, Units } from './units';

/** Partners tried for a unit in each other territory: those whose weight comes nearest to what is wanted. */
const PARTNERS = 3;

/**
 * Exchanges the two units, one of the territory that is farthest off, that bring loads nearest to what they may be for the
 * weight that changes hands; of the next territory where none helps. Whether one did. Cost: units of a territory × territories × log units.
 */
export function exchangeUnits(
  units: Units,
  state: SplitState,
  off: OffBounds,
  { locked, home, least }: { readonly locked?: Uint8Array; readonly home: Split; readonly least: number },
): boolean {
  const { weight } = units;
  const { split } = state;
  const members: number[][] = Array.from(state.loads, () => []);
  for (let unit = 0; unit < units.count; unit++) if (!locked?.[unit]) members[split[unit] ?? -1]?.push(unit);
  const own = (unit: number) => weight[unit] ?? 0;
  for (const list of members) list.sort((a, b) => own(a) - own(b) || a - b);
  const price = (unit: number) => own(unit) * (split[unit] === home[unit] ? 1 : 0.1) + least;
  const worst = [...members.keys()]
    .filter((territory) => off.strained(territory) > least)
    .sort((a, b) => off.strained(b) - off.strained(a) || a - b);
  for (const territory of worst) {
    const wanted = off.off(territory);
    let best: { readonly a: number; readonly b: number; readonly worth: number } | undefined;
    for (const a of members[territory] ?? []) {
      for (const [other, partners] of members.entries()) {
        if (other === territory) continue;
        const near = placeOf(partners, own(a) - wanted, own);
        for (let turn = 0; turn < PARTNERS; turn++) {
          const b = partners[near - 1 + turn];
          if (b === undefined) continue;
          const first = off.relief(a, other);
          off.move(a, other);
          const relief = first + off.relief(b, territory);
          off.move(a, territory);
          const worth = relief / (price(a) + price(b));
          if (relief > least && (!best || worth > best.worth)) best = { a, b, worth };
        }
      }
    }
    if (!best) continue;
    const other = split[best.b] ?? -1;
    off.move(best.a, other);
    off.move(best.b, territory);
    return true;
  }
  return false;
}

/** The place of the first that weighs at least so much. */
function placeOf(sorted: readonly number[], wanted: number, own: (unit: number) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (own(sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
