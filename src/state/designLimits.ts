import type { AccountBook, TerritoryOrNone } from '../model/accountBook';
import type { Arrangement } from '../territory/arrangeAccounts';
import type { Limit } from '../territory/limits';
import type { DesignNote } from './designNote';
import type { DesignOrder } from './designOrder';

/** What else a design is to heed, by the id of a measure or by the number of accounts. */
export type LimitWish =
  | { readonly kind: 'even'; readonly by: string; readonly tolerance: number }
  | { readonly kind: 'bounds'; readonly by: string; readonly atLeast?: number; readonly atMost?: number };

/** The number of accounts, where a wish is by no measure. */
export const BY_ACCOUNTS = '';

/** The wishes that are by a measure of the book or by the number of accounts; of those to be even, not by what is balanced anyway. */
export function wishesOf(book: AccountBook | undefined, wishes: readonly LimitWish[]): readonly LimitWish[] {
  const { measures = [], balancedBy = BY_ACCOUNTS } = book ?? {};
  const isKnown = ({ kind, by }: LimitWish) =>
    (by === BY_ACCOUNTS || measures.some(({ id }) => id === by)) && !(kind === 'even' && by === balancedBy);
  return wishes.every(isKnown) ? wishes : wishes.filter(isKnown);
}

/** Each account's value of what a wish is by; what is not known counts as nothing. */
function valuesOf({ accounts, measures }: AccountBook, by: string): number[] {
  const place = measures.findIndex(({ id }) => id === by);
  return accounts.map(({ values }) => (by === BY_ACCOUNTS ? 1 : (values[place] ?? 0)));
}

/** Beyond a bound, this share of it weighs as much as the whole tolerance does. */
const SCALE = 0.02;

/** The wishes as limits of a search: what is settled beside the map, and a fair share of what will be dealt, is taken off. */
export function limitsOf(
  book: AccountBook,
  { gather }: Arrangement,
  territories: number,
  wishes: readonly LimitWish[],
): Limit[] {
  return wishes.map((wish): Limit => {
    const { byUnit, settled, dealt } = gather(valuesOf(book, wish.by));
    const share = dealt / territories;
    const rest = settled.map((each) => each + share);
    if (wish.kind === 'bounds') {
      const { atLeast = -Infinity, atMost = Infinity } = wish;
      const bound = atMost === Infinity ? atLeast : atMost;
      return {
        values: byUnit,
        lowest: rest.map((each) => atLeast - each),
        highest: rest.map((each) => atMost - each),
        scale: rest.map(() => Math.max(wish.by === BY_ACCOUNTS ? 1 : 1e-9, SCALE * bound)),
      };
    }
    const whole = [...byUnit, ...rest].reduce((sum, each) => sum + each, 0);
    const mean = whole / territories;
    const edge = Math.max(1e-9, wish.tolerance * mean);
    const targets = rest.map((each) => mean - each);
    return {
      values: byUnit,
      targets,
      lowest: targets.map((target) => target - edge),
      highest: targets.map((target) => target + edge),
      scale: targets.map(() => edge),
    };
  });
}

export type Territories = Pick<DesignOrder, 'order' | 'alone'>;

/** What each territory of the map that a split uses has by a measure, told by its place in `order`. */
export function loadsBy(
  book: AccountBook,
  territoryOf: readonly TerritoryOrNone[],
  { order, alone }: Territories,
  by: string,
): { readonly territory: number; readonly load: number }[] {
  const values = valuesOf(book, by);
  const loads = new Map<TerritoryOrNone, number>();
  territoryOf.forEach((id, account) => loads.set(id, (loads.get(id) ?? 0) + (values[account] ?? 0)));
  return order.slice(0, order.length - alone).flatMap((id, territory) => {
    const load = loads.get(id);
    return load === undefined ? [] : [{ territory, load }];
  });
}

/** How far the territory that is farthest off is from the mean by a measure, among those of the map. */
export function deviationBy(
  book: AccountBook,
  territoryOf: readonly TerritoryOrNone[],
  territories: Territories,
  by: string,
): number {
  const rows = loadsBy(book, territoryOf, territories, by);
  const mean = rows.reduce((sum, { load }) => sum + load, 0) / Math.max(1, rows.length);
  return rows.reduce((most, { load }) => Math.max(most, mean > 0 ? Math.abs(load / mean - 1) : 0), 0);
}

/**
 * What of the wishes a split of the accounts does not meet, among the territories of the map that it uses; the worst of each
 * bound first. Territories are told by their places in `order`, of which the last `alone` are filled by rules alone.
 */
export function unmetWishes(
  book: AccountBook,
  territoryOf: readonly TerritoryOrNone[],
  { order, alone }: Territories,
  wishes: readonly LimitWish[],
): DesignNote[] {
  return wishes.flatMap((wish): DesignNote[] => {
    if (wish.kind === 'even') {
      const reached = deviationBy(book, territoryOf, { order, alone }, wish.by);
      return reached > wish.tolerance + 1e-9
        ? [{ kind: 'uneven', by: wish.by, reached, tolerance: wish.tolerance }]
        : [];
    }
    const rows = loadsBy(book, territoryOf, { order, alone }, wish.by);
    const { atLeast = -Infinity, atMost = Infinity } = wish;
    const beyond = rows
      .filter(({ load }) => load > atMost + 1e-6 || load < atLeast - 1e-6)
      .sort(
        (a, b) => Math.max(b.load - atMost, atLeast - b.load) - Math.max(a.load - atMost, atLeast - a.load),
      );
    return beyond.map(({ territory, load }) => ({
      kind: 'beyond',
      by: wish.by,
      territory,
      load,
      bound: load > atMost ? atMost : atLeast,
    }));
  });
}
