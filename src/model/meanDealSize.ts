import type { DealSize } from './plan';
import { money, type Money } from './units';

/** The mean of a role's deal sizes. Linear in the number of empirical sizes. */
export function meanDealSize(size: DealSize): Money {
  if (size.kind === 'fixed') return size.amount;
  if (size.kind !== 'empirical') return size.mean;
  let sum = 0;
  let count = 0;
  size.amounts.forEach((amount, index) => {
    const times = size.counts[index] ?? 0;
    sum += amount * times;
    count += times;
  });
  return money(count > 0 ? sum / count : 0);
}
