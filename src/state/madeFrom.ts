import type { TerritorySplit } from '../model/accountBook';

/** A split that was made from another: with its locks, names and rules, and what it may be of its own. */
export function madeFrom(
  from: TerritorySplit,
  made: Pick<TerritorySplit, 'id' | 'name' | 'territoryOf'> & { readonly pieces: boolean },
): TerritorySplit {
  const { inPieces: _its, ...rest } = from;
  const { id, name, territoryOf, pieces } = made;
  return { ...rest, id, name, from: from.id, territoryOf, ...(pieces && { inPieces: true }) };
}
