import { findPieces } from '../territory/findPieces';
import type { Split } from '../territory/units';
import type { AccountUnits } from './accountUnits.svelte';

/**
 * What lies apart from the heaviest piece of a territory, as places in the book; `numbers` are accounts' territories by number. Linear
 * in borders.
 */
export function loosePlaces({ map }: AccountUnits, numbers: Split, territory: number): number[] {
  const { units, accountOf } = map;
  const split = accountOf.map((account) => (numbers[account] === territory ? territory : -1));
  const { pieceOf, territoryOf } = findPieces(units.graph, split);
  const loads = new Float64Array(territoryOf.length);
  pieceOf.forEach((piece, unit) => {
    if (piece >= 0) loads[piece] = (loads[piece] ?? 0) + (units.weight[unit] ?? 0);
  });
  const heaviest = loads.reduce((best, load, piece) => (load > (loads[best] ?? 0) ? piece : best), 0);
  return [...pieceOf].flatMap((piece, unit) =>
    piece >= 0 && piece !== heaviest ? [accountOf[unit] ?? -1] : [],
  );
}
