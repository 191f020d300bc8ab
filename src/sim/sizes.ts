import type { DealSize, EmpiricalSizes, SimpleSize } from '../model/plan';
import type { ImageBuilder } from './imageBuilder';
import { SIZE_LIST, SIZE_MIX, SIZE_TABLE } from './kernel/records';
import { exp, log } from './kernel/elementary';
import { gammaQuantile } from './gammaQuantile';
import { normalQuantile } from './normalQuantile';
import { capTable, makeQuantileTable, tableMean, type QuantileTable } from './quantileTable';
import { weibullTable } from './weibull';

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

type Family = 'lognormal' | 'gamma' | 'weibull';
const families = { lognormal: makeLognormalTable, gamma: makeGammaTable, weibull: weibullTable };

/** Tables of mean one by family and coefficient of variation: building one costs about a millisecond, and edits repeat them. */
const tables = new Map<string, QuantileTable>();
const TABLES_KEPT = 64;

export function cachedTable(family: Family, cv: number): QuantileTable {
  const key = `${family} ${cv}`;
  const known = tables.get(key);
  if (known) return known;
  const made = families[family](cv);
  if (tables.size >= TABLES_KEPT) tables.delete(tables.keys().next().value ?? '');
  tables.set(key, made);
  return made;
}

/** Sizes that differ by less are one size: the gamma's shape, 1 ÷ cv², would leave the numbers. */
export const SMALLEST_CV = 1e-6;

/** What deals are drawn from: a table of quantiles, or a list to pick from with equal chances; with its mean. */
type Source = { readonly mean: number } & (
  { readonly table: QuantileTable } | { readonly list: Float64Array<ArrayBuffer> }
);

/** Prepares a size, every deal multiplied by `factor` and none above `cap`. Below the cap a table's mean is exactly the stated one. */
function makeSource(size: SimpleSize, factor: number, cap: number): Source {
  if (size.kind === 'fixed') return makeList([size.amount * factor], cap);
  if (size.kind === 'empirical') return makeList(spreadOut(size, factor), cap);
  const mean = size.mean * factor;
  if (size.cv < SMALLEST_CV) return makeList([mean], cap);
  const table = cachedTable(size.kind, size.cv).map((value) => value * mean);
  if (cap === Infinity) return { mean, table };
  capTable(table, cap);
  return { mean: tableMean(table), table };
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

function makeList(sizes: readonly number[], cap: number): Source {
  const list = Float64Array.from(sizes, (size) => Math.min(size, cap));
  let sum = 0;
  for (const size of list) sum += size;
  return { mean: list.length > 0 ? sum / list.length : 0, list };
}

/** Where a size source lies in an image, and its mean. */
export interface PlacedSizes {
  readonly address: number;
  readonly mean: number;
}

const TWO_32 = 4294967296;

/** Lays a deal size out in an image: see `kernel/draws.ts` for the record. */
export function placeSizes(
  builder: ImageBuilder,
  size: DealSize,
  factor: number,
  cap = Infinity,
): PlacedSizes {
  const parts = size.kind === 'mix' ? size.parts : [{ share: 1, size }];
  const sources = parts.map((part) => ({ share: part.share, source: makeSource(part.size, factor, cap) }));
  const records = sources.map(({ source }) =>
    'table' in source
      ? [SIZE_TABLE, builder.place(source.table), 0, 0]
      : [SIZE_LIST, builder.place(source.list), source.list.length, 0],
  );
  let upTo = 0;
  let mean = 0;
  sources.forEach(({ share, source }, index) => {
    upTo += share;
    mean += share * source.mean;
    const last = index === sources.length - 1;
    // the last level holds every word, whatever the shares add up to in the end
    const words = last ? TWO_32 : Math.min(TWO_32, Math.max(1, Math.round(upTo * TWO_32)));
    const record = records[index];
    if (record) record[3] = (words - 1) ^ 0x80000000;
  });
  const words = records.length === 1 ? records.flat() : [SIZE_MIX, 0, records.length, 0, ...records.flat()];
  return { address: builder.place(Int32Array.from(words)), mean };
}

/** Whether a deal size is the same list of sizes. */
export function sameSizes(sizes: EmpiricalSizes, other: DealSize): boolean {
  return (
    other.kind === 'empirical' &&
    sizes.amounts.length === other.amounts.length &&
    sizes.amounts.every((amount, i) => amount === other.amounts[i] && sizes.counts[i] === other.counts[i])
  );
}
