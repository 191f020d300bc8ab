import { annealSplit } from './annealSplit';
import { fillEmpty } from './fillEmpty';
import { oversizeUnits } from './measureSplit';
import { mendPieces } from './mendPieces';
import { polishBalance } from './polishBalance';
import { powerDiagram } from './powerDiagram';
import { searchAround } from './searchAround';
import { subsetUnits } from './subsetUnits';
import type { Split, Units } from './units';

export interface DesignOptions {
  readonly territories: number;
  /** Deviation that is good enough, such as 0.005. */
  readonly tolerance: number;
  readonly seed: number;
}

/** Moves tried for each unit by the search. */
const SWEEPS = 200;

/**
 * A fresh split into balanced, compact territories in one piece each. Units heavier than a fair share stand alone, since no
 * split can mend them, and the others share the rest. The same units, options and seed give the same split everywhere.
 */
export function designSplit(units: Units, { territories, tolerance, seed }: DesignOptions): Split {
  const total = units.weight.reduce((sum, each) => sum + each, 0);
  const alone = oversizeUnits(units, total, territories);
  const apart = new Set(alone);
  const { units: rest, members } = subsetUnits(
    units,
    Int32Array.from({ length: units.count }, (_, unit) => unit).filter((unit) => !apart.has(unit)),
  );
  const k = territories - alone.length;
  const left = rest.weight.reduce((sum, each) => sum + each, 0);
  const targets = new Float64Array(k).fill(left / k);
  const { split: start, centres, prices } = powerDiagram(rest, targets);
  const mended = mendPieces(rest, fillEmpty(rest, mendPieces(rest, start, centres, prices), k), centres, prices);
  const searched = annealSplit(rest, mended, { targets, tolerance, seed, sweeps: SWEEPS });
  const polished = polishBalance(rest, searched, { targets, tolerance });
  const around = searchAround(rest, polished, { targets, tolerance, seed });
  const split = new Int32Array(units.count);
  members.forEach((unit, place) => (split[unit] = around[place] ?? -1));
  alone.forEach((unit, place) => (split[unit] = k + place));
  return split;
}
