/** Deal sizes by segment or product. Shares add up to one: the last part takes what the others leave. */
import type { DealSize, MixedSizes, SimpleSize } from '../../model/plan';
import { money, share, type Share } from '../../model/units';
import { sizeFigures, sizeOfKind, type StatedKind } from './dealSizes';

export type MixParts = MixedSizes['parts'];
export type MixPart = MixParts[number];

/** As many parts as `parsePlan` allows. */
export const MOST_PARTS = 50;

/** The parts with the last one's share at what the others leave. */
function withRest(parts: MixParts): MixParts {
  const others = parts.slice(0, -1).reduce((sum, part) => sum + part.share, 0);
  const rest = share(Math.max(0, Number((1 - others).toPrecision(12))));
  return parts.map((part, at) => (at === parts.length - 1 ? { ...part, share: rest } : part));
}

const freeName = (parts: MixParts): string => {
  const taken = new Set(parts.map(({ name }) => name));
  let count = parts.length + 1;
  while (taken.has(`Part ${count}`)) count++;
  return `Part ${count}`;
};

/** A deal size of any kind as a mix: two parts alike, so that nothing changes until one of them is edited. */
export function mixOf(size: DealSize): MixedSizes {
  if (size.kind === 'mix') return size;
  const half = share(0.5);
  return {
    kind: 'mix',
    parts: [
      { name: 'Part 1', share: half, size },
      { name: 'Part 2', share: half, size },
    ],
  };
}

/** The parts with one more, which halves the share of the last and has its sizes. */
export function addPart(parts: MixParts): MixParts {
  const last = parts.at(-1);
  if (!last) return parts;
  const half = share(last.share / 2);
  return withRest([
    ...parts.slice(0, -1),
    { ...last, share: half },
    { ...last, name: freeName(parts), share: half },
  ]);
}

/** The parts without one; the last of the others takes its share. The only one stays. */
export const removePart = (parts: MixParts, index: number): MixParts =>
  parts.length < 2 ? parts : withRest(parts.filter((_, at) => at !== index));

/** The most that a part's share may be: its own and the rest. */
export const mostShare = (parts: MixParts, index: number): number =>
  Math.min(1, Number(((parts[index]?.share ?? 0) + (parts.at(-1)?.share ?? 0)).toPrecision(12)));

/** The parts with some figures of one replaced; the last takes the rest. */
export const changePart = (parts: MixParts, index: number, figures: Partial<MixPart>): MixParts =>
  withRest(parts.map((part, at) => (at === index ? { ...part, ...figures } : part)));

/** A part's sizes in another family, of the same mean and spread. */
export const partOfKind = (size: SimpleSize, kind: StatedKind): SimpleSize => sizeOfKind(size, kind);

/** A part's sizes with another mean; those of a history are as they were. */
export function withMean(size: SimpleSize, mean: number): SimpleSize {
  if (size.kind === 'empirical') return size;
  return size.kind === 'fixed' ? { kind: 'fixed', amount: money(mean) } : { ...size, mean: money(mean) };
}

/** The share of the value, not of the number of deals, that each part stands for. */
export function valueShares(parts: MixParts): Share[] {
  const values = parts.map((part) => part.share * sizeFigures(part.size).mean);
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => share(sum > 0 ? value / sum : 0));
}
