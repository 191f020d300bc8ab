import type { Opportunity, Seller } from '../model/history';
import type { IsoDate, Money } from '../model/units';
import { isWithin, monthPosition, seasonedMonths, type Timeline } from './timeline';

/** What the history shows of one seller who has won or lost deals. */
export interface SeenSeller {
  readonly seller: Seller;
  /** First and last day on which an opportunity of theirs was created, won or lost. */
  readonly firstActivity: IsoDate;
  readonly lastActivity: IsoDate;
  /** No activity in the last 90 days of the history: taken to have left. */
  readonly left: boolean;
  /** First seen within 90 days of the history's own beginning: how long they had been there, it cannot say. */
  readonly thereBefore: boolean;
  /** Over the whole history. */
  readonly won: number;
  readonly closed: number;
  /** In the measuring window: the sizes of won deals, and the months they were won in. */
  readonly sizes: readonly Money[];
  readonly months: number;
  /** When those months begin and end, in months since year 0. */
  readonly start: number;
  readonly end: number;
}

/** A seller and what they are measured by. */
export interface SellerRecord extends SeenSeller {
  /** The months of the measuring window as average ones: each times its season's weight. */
  readonly averageMonths: number;
}

/** Days without any activity after which a seller is taken to have left. */
export const SILENT_DAYS = 90;

/** The day that many days before another. */
export const daysBefore = (date: IsoDate, days: number): string =>
  new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);

/**
 * The sellers with won or lost deals, by name. Exposure is the part of the window from a seller's first activity
 * (a new hire is not blamed for the time before) to its end, or to the last activity of one who left.
 */
export function recordSellers(
  sellers: readonly Seller[],
  opportunities: readonly Opportunity[],
  timeline: Timeline,
): SeenSeller[] {
  const activity = new Map<string, { first: IsoDate; last: IsoDate }>();
  const see = (name: string | undefined, date: IsoDate | undefined) => {
    if (name === undefined || date === undefined || date > timeline.to) return;
    const seen = activity.get(name);
    if (seen === undefined) activity.set(name, { first: date, last: date });
    else if (date < seen.first) seen.first = date;
    else if (date > seen.last) seen.last = date;
  };
  for (const { seller, created, closed, outcome } of opportunities) {
    see(seller, created);
    if (outcome !== 'open') see(seller, closed);
  }
  const tallies = new Map<string, { won: number; closed: number; sizes: Money[] }>();
  for (const { seller, outcome, closed, amount } of timeline.deals) {
    if (seller === undefined) continue;
    const tally = tallies.get(seller) ?? { won: 0, closed: 0, sizes: [] };
    tallies.set(seller, tally);
    tally.closed++;
    if (outcome !== 'won') continue;
    tally.won++;
    if (amount !== undefined && isWithin(timeline.window, closed)) tally.sizes.push(amount);
  }
  const silentSince = daysBefore(timeline.to, SILENT_DAYS);
  const begin = [...activity.values()].reduce(
    (least, { first }) => (first < least ? first : least),
    timeline.to,
  );
  return sellers.flatMap((seller) => {
    const tally = tallies.get(seller.name);
    const seen = activity.get(seller.name);
    if (tally === undefined || seen === undefined) return [];
    const left = seen.last < silentSince;
    const start = Math.max(timeline.window.start, monthPosition(seen.first));
    const end = left ? Math.min(timeline.window.end, monthPosition(seen.last)) : timeline.window.end;
    const span = { firstActivity: seen.first, lastActivity: seen.last };
    const thereBefore = daysBefore(seen.first, SILENT_DAYS) <= begin;
    const exposure = { months: Math.max(0, end - start), start, end };
    return [{ seller, ...span, left, thereBefore, ...tally, ...exposure }];
  });
}

/** The sellers with their months as average ones: who was there in strong months alone does not sell like that all year. */
export const measureSellers = (seen: readonly SeenSeller[], weights: readonly number[]): SellerRecord[] =>
  seen.map((each) => ({ ...each, averageMonths: seasonedMonths(each.start, each.end, weights) }));
