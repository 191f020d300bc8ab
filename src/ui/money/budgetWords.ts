import { formatMoney } from '../../model/format/formatMoney';
import { PERCENTILES, type Distribution } from '../../stats/summary';

/**
 * How often the cost stays within a budget, as far as the summarised percentiles tell: `75 to 90 % of the trials`.
 * The percentiles' own values count as within.
 */
export function withinBudget(cost: Distribution, budget: number): string {
  const { percentiles } = cost;
  const above = percentiles.findIndex((each) => each > budget);
  const [lowest = 0] = PERCENTILES;
  const highest = PERCENTILES.at(-1) ?? 100;
  if (above === 0) return `fewer than ${lowest}\u202f% of the trials`;
  if (above < 0) return `more than ${highest}\u202f% of the trials`;
  return `${PERCENTILES[above - 1]} to ${PERCENTILES[above]}\u202f% of the trials`;
}

/** How the expected cost stands to the budget, in words. */
export function budgetGap(cost: number, budget: number, currency: string): string {
  const gap = budget - cost;
  if (Math.abs(gap) < 1) return 'as much as expected';
  const amount = formatMoney(Math.abs(gap), currency, { compact: true });
  return gap > 0 ? `${amount} to spare` : `${amount} over`;
}
