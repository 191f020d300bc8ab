import { rankInterval, type RankInterval } from './rankInterval';
import { PERCENTILES } from './summary';

const none: RankInterval = { low: 0, high: 0 };

/** Those of the last n: one run's figures all rest on the same number of trials. */
let last: { readonly n: number; readonly ranks: readonly RankInterval[] } | undefined;

/** The ranks that bound each summarised percentile of n values, in the percentiles' order; rank 0 where there are no values. Cost: nine times √n, once for each n in a row. */
export function quantileRanks(n: number): readonly RankInterval[] {
  if (last?.n !== n)
    last = { n, ranks: PERCENTILES.map((percent) => (n > 0 ? rankInterval(n, percent / 100) : none)) };
  return last.ranks;
}
