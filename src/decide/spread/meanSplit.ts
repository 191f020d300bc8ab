import { SPREAD_CAUSES, type SpreadCause, type SpreadSplit } from './splitSpread';

/** A split from several batches of trials, with how well each part is known. */
export interface MeanSplit {
  readonly split: SpreadSplit;
  /** Shares of the total; they add up to one. Absent (all zero) where nothing spreads. */
  readonly shares: Readonly<Record<SpreadCause, number>>;
  /** Standard errors of the shares: the batches' own spread ÷ √batches (batch means, Glynn & Whitt 1991). */
  readonly errors: Readonly<Record<SpreadCause, number>>;
  readonly batches: number;
}

const recordOf = (of: (cause: SpreadCause) => number): Readonly<Record<SpreadCause, number>> => ({
  territory: of('territory'),
  timing: of('timing'),
  ability: of('ability'),
  luck: of('luck'),
});

/** The mean of splits from independent batches of equal size: parts of means are means of parts, so they still add up. */
export function meanSplit(splits: readonly SpreadSplit[]): MeanSplit | undefined {
  const batches = splits.length;
  if (batches === 0) return undefined;
  const mean = (of: (split: SpreadSplit) => number) =>
    splits.reduce((sum, split) => sum + of(split), 0) / batches;
  const parts = recordOf((cause) => mean((split) => split[cause]));
  const total = SPREAD_CAUSES.reduce((sum, cause) => sum + parts[cause], 0);
  const shareOf = (split: SpreadSplit, cause: SpreadCause) =>
    split.total > 0 ? split[cause] / split.total : 0;
  return {
    split: { ...parts, total },
    shares: recordOf((cause) => (total > 0 ? parts[cause] / total : 0)),
    errors: recordOf((cause) => {
      if (batches < 2) return 0;
      const middle = mean((split) => shareOf(split, cause));
      const squares = splits.reduce((sum, split) => sum + (shareOf(split, cause) - middle) ** 2, 0);
      return Math.sqrt(squares / (batches - 1) / batches);
    }),
    batches,
  };
}
