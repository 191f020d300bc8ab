import { rankInterval, type RankInterval } from './rankInterval';
import { PERCENTILES } from './summary';

const none: RankInterval = { low: 0, high: 0 };

/** The ranks that bound each summarised percentile of n values, in the percentiles' order; rank 0 where there are no values. Cost: nine times √n. */
export const quantileRanks = (n: number): readonly RankInterval[] =>
  PERCENTILES.map((percent) => (n > 0 ? rankInterval(n, percent / 100) : none));
