import type { AccountBook } from '../../model/accountBook';
import { formatCount } from '../../model/format/formatCount';
import { formatShare } from '../../model/format/formatShare';
import { unitNoun } from '../../model/unitNoun';
import type { TerritoryId } from '../../model/units';
import type { SplitFigures } from '../../territory/splitFigures';

const MINUS = '\u2212';

/** A deviation with its sign: `+12 %`; a tenth of a point where it is small. */
export function formatDeviation(deviation: number): string {
  const percent = Math.abs(deviation) * 100;
  const digits = percent < 9.95 ? percent.toFixed(1) : formatCount(percent);
  const sign = Number(digits.replaceAll(',', '')) === 0 ? '±' : deviation < 0 ? MINUS : '+';
  return `${sign}${digits}\u202f%`;
}

export interface Broken {
  readonly kind: 'deviation' | 'pieces' | 'unassigned' | 'empty';
  readonly label: string;
  /** Places of the territories that it is about, the worst first; none where it is about accounts in no territory. */
  readonly territories: readonly number[];
}

/** Place of the territory farthest from its share; −1 without one. */
export const farthestOff = ({ measures }: SplitFigures): number =>
  measures.deviations.reduce(
    (worst, each, place, all) => (Math.abs(each) > Math.abs(all[worst] ?? 0) || worst < 0 ? place : worst),
    -1,
  );

/**
 * What of a split can be jumped to: territories off their share, in pieces, without anything on the map; accounts in none. Those
 * that rules alone fill are not missing from the map (`onMap`, all unless told).
 */
export function brokenOf(
  figures: SplitFigures,
  tolerance: number,
  onMap: readonly TerritoryId[] = figures.order,
): Broken[] {
  const { measures, pieces, unassignedAccounts } = figures;
  const off = (place: number) => Math.abs(measures.deviations[place] ?? 0);
  const those = (test: (place: number) => boolean) => [...figures.order.keys()].filter(test);
  const uneven = those((place) => off(place) > tolerance).sort((a, b) => off(b) - off(a));
  const apart = those((place) => (pieces[place] ?? 0) > 1);
  const shared = new Set<string>(onMap);
  const empty = those((place) => (pieces[place] ?? 0) === 0 && shared.has(figures.order[place] ?? ''));
  const broken: Broken[] = [];
  if (uneven.length > 0)
    broken.push({
      kind: 'deviation',
      label: `Largest deviation, ${formatDeviation(signedWorst(figures))}`,
      territories: uneven,
    });
  if (apart.length > 0)
    broken.push({ kind: 'pieces', label: `${territories(apart.length)} in pieces`, territories: apart });
  if (empty.length > 0)
    broken.push({ kind: 'empty', label: `${territories(empty.length)} not on the map`, territories: empty });
  if (unassignedAccounts > 0)
    broken.push({
      kind: 'unassigned',
      label: `${formatCount(unassignedAccounts)} in no territory`,
      territories: [],
    });
  return broken;
}

const territories = (count: number): string => (count === 1 ? '1 territory' : `${count} territories`);

export const signedWorst = (figures: SplitFigures): number =>
  figures.measures.deviations[farthestOff(figures)] ?? 0;

/** Why a split cannot be more even, where accounts are heavier than a fair share. */
export function floorWords(figures: SplitFigures, book: AccountBook): string | undefined {
  const { oversize, adjustedDeviation } = figures.measures;
  const [first] = oversize;
  if (first === undefined) return undefined;
  const name = book.accounts[first]?.name ?? '';
  const noun = unitNoun(book.areas);
  const who =
    oversize.length === 1
      ? `${name} alone is heavier than a fair share`
      : `${name} and ${oversize.length - 1} more ${oversize.length === 2 ? noun.one : noun.many} are each heavier than a fair share`;
  return `${who}: no split can even that out. With ${oversize.length === 1 ? 'it' : 'them'} set apart, the largest deviation is ${formatShare(adjustedDeviation)}.`;
}
