import { meanDealSize } from '../../model/meanDealSize';
import { formatMoney } from '../../model/format/formatMoney';
import type { DealSize, EmpiricalSizes, MixedSizes, Role, SimpleSize } from '../../model/plan';
import { listWords, percentWords } from './percentWords';
import { money } from '../../model/units';

export interface SizesSummary {
  readonly count: number;
  readonly mean: number;
  /** Standard deviation ÷ mean. */
  readonly cv: number;
  readonly smallest: number;
  readonly largest: number;
}

/** What a list of sizes amounts to, each counted as often as it occurred. Cost: linear in the amounts. */
export function summariseSizes({ amounts, counts }: EmpiricalSizes): SizesSummary {
  let [count, sum] = [0, 0];
  amounts.forEach((amount, index) => {
    count += counts[index] ?? 0;
    sum += amount * (counts[index] ?? 0);
  });
  const mean = sum / count;
  let squares = 0;
  amounts.forEach((amount, index) => (squares += (amount - mean) ** 2 * (counts[index] ?? 0)));
  return {
    count,
    mean,
    cv: Math.sqrt(squares / count) / mean,
    smallest: amounts[0] ?? 0,
    largest: amounts.at(-1) ?? 0,
  };
}

/** Mean and coefficient of variation of a deal size of any kind. */
export function sizeFigures(size: DealSize): { mean: number; cv: number } {
  if (size.kind === 'fixed') return { mean: size.amount, cv: 0 };
  if (size.kind === 'mix') return mixFigures(size);
  return size.kind === 'empirical' ? summariseSizes(size) : size;
}

/** By the parts' moments: the square of a part's mean, and its spread about it. */
function mixFigures(size: MixedSizes): { mean: number; cv: number } {
  const mean = meanDealSize(size);
  let [squares, shares] = [0, 0];
  for (const { share, size: part } of size.parts) {
    const figures = sizeFigures(part);
    squares += share * figures.mean ** 2 * (1 + figures.cv ** 2);
    shares += share;
  }
  return { mean, cv: Math.sqrt(Math.max(0, squares / shares / mean ** 2 - 1)) };
}

/** The kinds that a mean and a spread are stated for. */
export type StatedKind = 'fixed' | 'lognormal' | 'gamma' | 'weibull';

/** The same mean and spread, as far as the other kind has them; whole amounts, the spread to two digits after the point. */
export function sizeOfKind(size: DealSize, kind: StatedKind): SimpleSize {
  const { mean, cv } = sizeFigures(size);
  const whole = money(Math.max(1, Math.round(mean)));
  if (kind === 'fixed') return { kind, amount: whole };
  return { kind, mean: whole, cv: size.kind === 'fixed' ? 0.8 : Math.min(5, Math.round(cv * 100) / 100) };
}

/** The families of sizes, as they are called. */
export const FAMILIES: Readonly<Record<DealSize['kind'], string>> = {
  lognormal: 'Lognormal',
  gamma: 'Gamma',
  weibull: 'Weibull',
  fixed: 'All the same',
  empirical: 'As in the history',
  mix: 'A mix of parts',
};

/** How large a role's deals are, in a line: `Lognormal, mean $40,000, spread 80 %`. */
export function sizeWords(role: Role, currency: string): string {
  const { dealSize: size, dealSizeCap: cap, dealSizeGrowth: growth } = role;
  const { mean, cv } = sizeFigures(size);
  const amount = formatMoney(mean, currency);
  const first =
    size.kind === 'fixed'
      ? `All ${amount}`
      : size.kind === 'mix'
        ? `Mix of ${listWords(size.parts.map((part) => `${percentWords(part.share)} ${part.name}`))}, mean ${amount}`
        : `${FAMILIES[size.kind]}, mean ${amount}, spread ${percentWords(cv)}`;
  const more = [
    cap === undefined ? '' : `at most ${formatMoney(cap, currency)}`,
    growth ? `${growth > 0 ? 'growing' : 'falling'} ${percentWords(Math.abs(growth))} a month` : '',
  ].filter(Boolean);
  return [first, ...more].join(', ');
}
