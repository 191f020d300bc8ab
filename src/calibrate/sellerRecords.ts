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
 * The sellers with won or lost deals, by name. Exposure is the part of the window from a seller's first activity to
 * its end, or to the last activity of one who left. Of one who joined on the way it begins when the ramp is over
 * (`rampMonths` after joining): the posterior is that of a ramped seller, and the engine applies the ramp itself.
 */
export function recordSellers(
  sellers: readonly Seller[],
  opportunities: readonly Opportunity[],
  timeline: Timeline,
  rampMonths: (seller: Seller) => number,
): SeenSeller[] {
  const activity = activityOf(opportunities, timeline.to);
  const silentSince = daysBefore(timeline.to, SILENT_DAYS);
  const begin = [...activity.values()].reduce(
    (least, { first }) => (first < least ? first : least),
    timeline.to,
  );
  const deals = new Map<string, Timeline['deals'][number][]>();
  for (const deal of timeline.deals) {
    if (deal.seller === undefined) continue;
    const own = deals.get(deal.seller);
    if (own) own.push(deal);
    else deals.set(deal.seller, [deal]);
  }
  return sellers.flatMap((seller) => {
    const own = deals.get(seller.name);
    const seen = activity.get(seller.name);
    if (own === undefined || seen === undefined) return [];
    const left = seen.last < silentSince;
    const thereBefore = daysBefore(seen.first, SILENT_DAYS) <= begin;
    const joined = seller.hired ?? (thereBefore ? undefined : seen.first);
    const ramped = joined === undefined ? -Infinity : monthPosition(joined) + rampMonths(seller);
    const start = Math.max(timeline.window.start, monthPosition(seen.first), ramped);
    const end = left ? Math.min(timeline.window.end, monthPosition(seen.last)) : timeline.window.end;
    const won = own.filter(({ outcome }) => outcome === 'won');
    return [
      {
        seller,
        firstActivity: seen.first,
        lastActivity: seen.last,
        left,
        thereBefore,
        won: won.length,
        closed: own.length,
        sizes: won.flatMap(({ amount, closed }) =>
          amount !== undefined && isWithin(timeline.window, closed) && monthPosition(closed) >= start
            ? amount
            : [],
        ),
        months: Math.max(0, end - start),
        start,
        end,
      },
    ];
  });
}

/** First and last day of each seller's activity up to a day, by name. */
function activityOf(opportunities: readonly Opportunity[], to: IsoDate) {
  const activity = new Map<string, { first: IsoDate; last: IsoDate }>();
  const see = (name: string | undefined, date: IsoDate | undefined) => {
    if (name === undefined || date === undefined || date > to) return;
    const seen = activity.get(name);
    if (seen === undefined) activity.set(name, { first: date, last: date });
    else if (date < seen.first) seen.first = date;
    else if (date > seen.last) seen.last = date;
  };
  for (const { seller, created, closed, outcome } of opportunities) {
    see(seller, created);
    if (outcome !== 'open') see(seller, closed);
  }
  return activity;
}

/** The sellers with their months as average ones: who was there in strong months alone does not sell like that all year. */
export const measureSellers = (seen: readonly SeenSeller[], weights: readonly number[]): SellerRecord[] =>
  seen.map((each) => ({ ...each, averageMonths: seasonedMonths(each.start, each.end, weights) }));
