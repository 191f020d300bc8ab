import type { SplitDesk } from '../../../state/splitDesk.svelte';
import type { TerritoryOrNone } from '../../../model/accountBook';
import type { Split } from '../../../territory/units';

/** How each unit of the map is drawn, by unit. */
export interface Marks {
  /** Of points: pixels at a scale that shows everything. */
  readonly radius: Float32Array;
  /** Its colour of the palette, a territory's or a class's; −1 for none: in no territory, or not known. */
  readonly fill: Int16Array;
  /** The colour of the territory that it is in under the other split, where that is another; −1 for none, −2 for the same. */
  readonly was: Int16Array;
  /** Its territory by number, −1 for none: borders run between different ones. */
  readonly number: Int32Array;
  readonly active: Uint8Array;
  readonly selected: Uint8Array;
  readonly locked: Uint8Array;
  /** Heavier than a fair share. */
  readonly heavy: Uint8Array;
}

export const SAME = -2;
const SMALLEST = 1.5;

/** The radius of the heaviest dot: more dots are smaller ones. */
const largest = (count: number): number =>
  Math.min(10, Math.max(3.5, 14 - 0.85 * Math.log2(Math.max(2, count))));

/** Dots' radii: areas in proportion to the measure, as far as the smallest can be seen. */
export function radii(weight: Float64Array): Float32Array {
  const most = weight.reduce((so, each) => Math.max(so, each), 0);
  const top = largest(weight.length);
  return Float32Array.from(weight, (own) => Math.max(SMALLEST, most > 0 ? top * Math.sqrt(own / most) : top));
}

/** What units are marked by besides their territories, by account. */
export interface Flags {
  readonly selected: Uint8Array;
  readonly locked: Uint8Array;
  readonly heavy: Uint8Array;
}

export interface MarksOf {
  readonly desk: SplitDesk;
  readonly radius: Float32Array;
  /** Each account's territory by number. */
  readonly numbers: Split;
  /** Those under the split that differences are shown to. */
  readonly others?: Split | undefined;
  /** Each unit's class, where the colour is not the territory's. */
  readonly classOf?: Int16Array | undefined;
  readonly flags: Flags;
}

/** The marks of the units. Linear, in flat arrays: it is made anew for every move of a stroke. */
export function makeMarks({ desk, radius, numbers, others, classOf, flags }: MarksOf): Marks {
  const { accountOf } = desk.accounts.map;
  const ids: readonly TerritoryOrNone[] = desk.accounts.territoryIds;
  const colours = Int16Array.from(ids, (id) => desk.colours.get(id) ?? -1);
  const active = desk.active === '' ? -2 : ids.indexOf(desk.active);
  const count = accountOf.length;
  const number = accountOf.map((account) => numbers[account] ?? -1);
  const fill = classOf ?? new Int16Array(count);
  const was = new Int16Array(count).fill(SAME);
  const flag = (of: Uint8Array) => {
    const own = new Uint8Array(count);
    for (let unit = 0; unit < count; unit++) own[unit] = of[accountOf[unit] ?? -1] ?? 0;
    return own;
  };
  const isActive = new Uint8Array(count);
  for (let unit = 0; unit < count; unit++) {
    const own = number[unit] ?? -1;
    if (!classOf) fill[unit] = colours[own] ?? -1;
    if (own === active) isActive[unit] = 1;
    const before = others === undefined ? own : (others[accountOf[unit] ?? -1] ?? -1);
    if (before !== own) was[unit] = colours[before] ?? -1;
  }
  return {
    radius,
    fill,
    was,
    number,
    active: isActive,
    selected: flag(flags.selected),
    locked: flag(flags.locked),
    heavy: flag(flags.heavy),
  };
}

/** The units that are drawn otherwise than before; undefined where all may be. Linear. */
export function changedMarks(before: Marks, after: Marks): number[] | undefined {
  if (before.radius !== after.radius || before.fill.length !== after.fill.length) return undefined;
  const changed: number[] = [];
  for (let unit = 0; unit < after.fill.length; unit++)
    if (
      before.fill[unit] !== after.fill[unit] ||
      before.number[unit] !== after.number[unit] ||
      before.was[unit] !== after.was[unit] ||
      before.active[unit] !== after.active[unit] ||
      before.selected[unit] !== after.selected[unit] ||
      before.locked[unit] !== after.locked[unit] ||
      before.heavy[unit] !== after.heavy[unit]
    )
      changed.push(unit);
  return changed;
}
