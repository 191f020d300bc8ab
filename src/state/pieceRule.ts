import type { SplitFigures } from '../territory/splitFigures';

/** Whether territories must lie in one piece each, as somebody says; by what is split where nobody does. */
export type PieceChoice = 'automatic' | 'one' | 'pieces';

/** Whether territories may lie in pieces, and why. */
export interface PieceRule {
  readonly pieces: boolean;
  readonly because: 'chosen' | 'areas' | 'fresh' | 'made so' | 'scattered' | 'whole';
}

/** More loose pieces than this share of accounts, and than one a territory, are how a book is and no slip of the hand. */
const SCATTERED = 0.05;

/** Whether the territories of a split lie in so many pieces that to join them is to draw it anew. */
export function isScattered({ measures, accounts }: Pick<SplitFigures, 'measures' | 'accounts'>): boolean {
  const all = accounts.reduce((sum, each) => sum + each, 0);
  return measures.extraPieces > Math.max(accounts.length, SCATTERED * all);
}

/** What is taken of that choice for a split drawn afresh, or for one that starts from the split on the map. */
export function pieceRule(
  choice: PieceChoice,
  kind: 'afresh' | 'kept',
  now: { readonly areas: boolean; readonly madeSo: boolean; readonly figures: SplitFigures | undefined },
): PieceRule {
  if (choice !== 'automatic') return { pieces: choice === 'pieces', because: 'chosen' };
  if (now.areas) return { pieces: false, because: 'areas' };
  if (kind === 'afresh') return { pieces: false, because: 'fresh' };
  if (now.madeSo) return { pieces: true, because: 'made so' };
  if (now.figures && isScattered(now.figures)) return { pieces: true, because: 'scattered' };
  return { pieces: false, because: 'whole' };
}
