import { formatCount } from '../../model/format/formatCount';
import type { UnitNoun } from '../../model/unitNoun';
import type { PieceRule } from '../../state/pieceRule';
import type { SplitFigures } from '../../territory/splitFigures';

/** What is taken of the choice for the next split, and why; `figures` are of the split on the map. */
export function pieceWords(
  { pieces, because }: PieceRule,
  { measures, order }: Pick<SplitFigures, 'measures' | 'order'>,
  { many }: UnitNoun,
): string {
  const now = pieces ? 'May lie in pieces' : 'In one piece each';
  switch (because) {
    case 'chosen':
      return pieces
        ? `Whatever is designed, kept or healed: no ${many} move only to hang together with others.`
        : `Whatever is designed, kept or healed: loose ${many} are joined to a neighbour.`;
    case 'areas':
      return `${now}, since areas are split.`;
    case 'fresh':
      return `${now}, as this design is drawn afresh. Kept or healed, it goes by the split on the map.`;
    case 'made so':
      return `${now}, as the split on the map was made.`;
    case 'scattered':
      return `${now}: the ${formatCount(order.length)} territories on the map lie in ${formatCount(measures.extraPieces + order.length)} pieces, and to join them many ${many} would have to move.`;
    case 'whole':
      return `${now}, as the split on the map is${looseWords(measures.extraPieces)}.`;
  }
}

const looseWords = (loose: number): string =>
  loose === 0 ? '' : ` but for ${formatCount(loose)} loose ${loose === 1 ? 'piece' : 'pieces'}`;
