import type { AccountBook, Place } from '../model/accountBook';
import { weighAccounts } from '../model/sumSplit';
import { joinPoints } from './joinPoints';
import { projectPlaces, type PlaceMap } from './projectPlaces';
import type { Rings } from './rings';
import type { AreaShapes } from './shapeAreas';
import type { Units } from './units';

/** The accounts that have a place, as units to be split; the others are assigned by table. */
export interface BookUnits extends PlaceMap {
  readonly units: Units;
  /** Of each unit the place of its account in the book. */
  readonly accountOf: Int32Array;
  /** Of each account of the book its unit; −1 for one without a place. */
  readonly unitOf: Int32Array;
  /** Outlines by unit, where the accounts are areas. */
  readonly rings?: Rings;
}

/**
 * The placed accounts of a book on a map of their own, weighed by what it is balanced by, with their neighbours: those of their outlines
 * where `shapes` are these accounts', else as points. Cost: n log n.
 */
export function unitsOfBook(book: AccountBook, shapes?: AreaShapes): BookUnits {
  const unitOf = new Int32Array(book.accounts.length).fill(-1);
  const accounts: number[] = [];
  const places = book.accounts.flatMap(({ place }, account) => {
    if (place === undefined) return [];
    unitOf[account] = accounts.push(account) - 1;
    return [place];
  });
  const { x, y, map } = projectPlaces(places);
  const weights = weighAccounts(book);
  const weight = Float64Array.from(accounts, (account) => weights[account] ?? 0);
  const isShaped =
    shapes?.ids.length === accounts.length &&
    accounts.every((account, unit) => book.accounts[account]?.id === shapes.ids[unit]);
  const outlined = isShaped ? shapes : undefined;
  return {
    units: {
      count: accounts.length,
      x,
      y,
      weight,
      graph: outlined?.graph ?? joinPoints(x, y),
      ...(outlined && { area: outlined.area, perimeter: outlined.perimeter }),
    },
    accountOf: Int32Array.from(accounts),
    unitOf,
    ...map,
    ...(outlined && { rings: outlined.rings }),
  };
}

/** Ids and places of the accounts of a book that have one, in the order of units: what `shapeAreas` is asked for. */
export function placedAccounts(book: Pick<AccountBook, 'accounts'>): {
  readonly ids: readonly string[];
  readonly places: readonly Place[];
} {
  const placed = book.accounts.filter(({ place }) => place !== undefined);
  return { ids: placed.map(({ id }) => id), places: placed.flatMap(({ place }) => place ?? []) };
}
