import { meanDealSize } from '../model/meanDealSize';
import type { DealSize, EmpiricalSizes } from '../model/plan';
import { exp, log } from './elementary';
import { gammaQuantile } from './gammaQuantile';
import { normalQuantile } from './normalQuantile';
import { makeQuantileTable, type QuantileTable } from './quantileTable';

/** Deal sizes ready to be drawn from: a table of quantiles, or a list to pick from with equal chances. */
export interface SizeSource {
  readonly mean: number;
  readonly table: QuantileTable | undefined;
  /** Ascending; used where there is no table. */
  readonly list: Float64Array<ArrayBuffer>;
}

const NO_LIST = new Float64Array(0);

/** Lognormal of mean one and that coefficient of variation, as a table. σ² = ln(1 + cv²). */
export function makeLognormalTable(cv: number): QuantileTable {
  const variance = log(1 + cv * cv);
  const sigma = Math.sqrt(variance);
  return makeQuantileTable((p, upper) => {
    const z = normalQuantile(p);
    return exp(sigma * (upper ? -z : z) - variance / 2);
  }, 1);
}

/** Gamma of mean one and that coefficient of variation (shape 1 ÷ cv²), as a table. */
export function makeGammaTable(cv: number): QuantileTable {
  const shape = 1 / (cv * cv);
  return makeQuantileTable((p, upper) => gammaQuantile(shape, p, upper) / shape, 1);
}

/** Tables of mean one by family and coefficient of variation: building one costs about a millisecond, and edits repeat them. */
const tables = new Map<string, QuantileTable>();
const TABLES_KEPT = 64;

export function cachedTable(family: 'lognormal' | 'gamma', cv: number): QuantileTable {
  const key = `${family} ${cv}`;
  const known = tables.get(key);
  if (known) return known;
  const made = family === 'lognormal' ? makeLognormalTable(cv) : makeGammaTable(cv);
  if (tables.size >= TABLES_KEPT) tables.delete(tables.keys().next().value ?? '');
  tables.set(key, made);
  return made;
}

/** Sizes that differ by less are one size: the gamma's shape, 1 ÷ cv², would leave the numbers. */
const SMALLEST_CV = 1e-6;

/** Prepares a deal size, every deal multiplied by `factor`. A table's mean is exactly the stated one. */
export function makeSizeSource(size: DealSize, factor: number): SizeSource {
  switch (size.kind) {
    case 'fixed':
      return makeList([size.amount * factor]);
    case 'lognormal':
    case 'gamma': {
      const mean = size.mean * factor;
      if (size.cv < SMALLEST_CV) return makeList([mean]);
      return { mean, table: cachedTable(size.kind, size.cv).map((value) => value * mean), list: NO_LIST };
    }
    case 'empirical':
      return makeList(spreadOut(size, factor));
    case 'weibull':
    case 'mix':
      return makeList([meanDealSize(size) * factor]);
  }
}

/** A longer history keeps its shares to one in a million: a list as long as the count of all deals may not fit in memory. */
const LONGEST_LIST = 1_000_000;

/** The sizes, each as often as it occurred. */
function spreadOut({ amounts, counts }: EmpiricalSizes, factor: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const scale = total > LONGEST_LIST ? LONGEST_LIST / total : 1;
  const sizes: number[] = [];
  let upTo = 0;
  amounts.forEach((amount, index) => {
    upTo += counts[index] ?? 0;
    const end = Math.round(upTo * scale);
    while (sizes.length < end) sizes.push(amount * factor);
  });
  return sizes;
}

function makeList(sizes: readonly number[]): SizeSource {
  let sum = 0;
  for (const size of sizes) sum += size;
  return {
    mean: sizes.length > 0 ? sum / sizes.length : 0,
    table: undefined,
    list: Float64Array.from(sizes),
  };
}

/** Whether a deal size is the same list of sizes. */
export function sameSizes(sizes: EmpiricalSizes, other: DealSize): boolean {
  return (
    other.kind === 'empirical' &&
    sizes.amounts.length === other.amounts.length &&
    sizes.amounts.every((amount, i) => amount === other.amounts[i] && sizes.counts[i] === other.counts[i])
  );
}
