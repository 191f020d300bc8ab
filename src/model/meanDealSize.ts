import type { DealSize, SimpleSize } from './plan';
import { money, type Money } from './units';

/** The mean of a role's deal sizes, before its cap. Linear in the number of empirical sizes. */
export function meanDealSize(size: DealSize): Money {
  if (size.kind !== 'mix') return simpleMean(size);
  let sum = 0;
  let shares = 0;
  for (const part of size.parts) {
    sum += part.share * simpleMean(part.size);
    shares += part.share;
  }
  return money(shares > 0 ? sum / shares : 0);
}

function simpleMean(size: SimpleSize): Money {
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
