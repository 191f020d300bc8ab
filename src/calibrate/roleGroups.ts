import type { Seller } from '../model/history';
import { meanDealSize } from '../model/meanDealSize';
import type { EmpiricalSizes } from '../model/plan';
import { segmentDefaults, type Segment } from '../model/segmentDefaults';
import { money, type Money } from '../model/units';
import { makeEmpiricalSizes } from './empiricalSizes';
import type { SellerRecord } from './sellerRecords';

/** Sellers of one role: those of one segment, or all. */
export interface RoleGroup {
  readonly name: string;
  /** The published figures that stand in for what no history tells (ramp, time to fill, pay). */
  readonly segment: Segment;
  readonly records: readonly SellerRecord[];
  readonly sizes: EmpiricalSizes;
  readonly meanDeal: Money;
}

const SEGMENT_NAMES: readonly (readonly [RegExp, Segment])[] = [
  [/enterprise|strategic|global|large/i, 'enterprise'],
  [/mid|commercial|corporate/i, 'midMarket'],
  [/smb|small|velocity|inside/i, 'smb'],
];

/** The segment whose usual deal is nearest to that mean, as a ratio. */
export function nearestSegment(mean: number): Segment {
  const segments: readonly Segment[] = ['smb', 'midMarket', 'enterprise'];
  const distance = (segment: Segment) =>
    Math.abs(Math.log(mean / segmentDefaults[segment].dealSize.value.mean));
  return segments.reduce((best, segment) => (distance(segment) < distance(best) ? segment : best));
}

/** The segment of a seller: as the team table's segment is named, else the one whose usual deal is nearest to the mean of all. */
export const segmentOf = ({ segment }: Seller, meanDeal: number): Segment =>
  SEGMENT_NAMES.find(([pattern]) => segment !== undefined && pattern.test(segment))?.[1] ??
  nearestSegment(meanDeal);

/** Months of a segment's ramp in which people sell less than ramped ones. */
export const rampMonthsOf = (segment: Segment): number =>
  segmentDefaults[segment].ramp.value.findLastIndex((share) => share < 1) + 1;

/**
 * Groups sellers by the team table's segment, one role each, in order of name; a single role `Seller` without
 * segments. A role none of whose sellers won anything in the window has the sizes of all.
 */
export function groupByRole(records: readonly SellerRecord[]): RoleGroup[] {
  const byName = new Map<string, SellerRecord[]>();
  for (const record of records) {
    const { segment } = record.seller;
    const name = segment === undefined ? 'Seller' : `${segment} seller`;
    byName.set(name, [...(byName.get(name) ?? []), record]);
  }
  const all = makeEmpiricalSizes(records.flatMap(({ sizes }) => sizes));
  return [...byName]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members]) => {
      const own = makeEmpiricalSizes(members.flatMap(({ sizes }) => sizes));
      const sizes = own.amounts.length > 0 ? own : all;
      const meanDeal = meanDealSize(sizes);
      const named = SEGMENT_NAMES.find(([pattern]) => pattern.test(name))?.[1];
      return {
        name,
        segment: named ?? nearestSegment(meanDeal),
        records: members,
        sizes,
        meanDeal: money(meanDeal),
      };
    });
}
