import { formatMoney } from '../../model/format/formatMoney';

/** How the expected cost stands to the budget, in words. */
export function budgetGap(cost: number, budget: number, currency: string): string {
  const gap = budget - cost;
  if (Math.abs(gap) < 1) return 'as much as expected';
  const amount = formatMoney(Math.abs(gap), currency, { compact: true });
  return gap > 0 ? `${amount} to spare` : `${amount} over`;
}
