import { fillEmpty } from './fillEmpty';
import { fillUnassigned } from './fillUnassigned';
import { mendPieces } from './mendPieces';
import { centresOf } from './centresOf';
import type { Split, Units } from './units';

/**
 * The split that a search for that many territories starts from: what is in a territory from `territories` on, or in none,
 * joins what it touches; territories without a unit get a side of the heaviest. Unless territories may lie in pieces, loose
 * ones join their neighbours. Locked units stay.
 */
export function startFrom(
  units: Units,
  current: Split,
  {
    territories,
    locked,
    pieces,
  }: { readonly territories: number; readonly locked: Uint8Array; readonly pieces: boolean },
): Split {
  const known = current.map((territory) => (territory < territories ? territory : -1));
  const whole = fillUnassigned(units, known, territories);
  const centres = centresOf(units, whole, territories);
  const mended = pieces ? whole : mendPieces(units, whole, centres, new Float64Array(territories), locked);
  const filled = fillEmpty(units, mended, territories, locked);
  return filled.map((territory, unit) => (locked[unit] ? (current[unit] ?? -1) : territory));
}
