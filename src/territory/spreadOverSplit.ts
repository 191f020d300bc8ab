import { bookTerritories } from '../model/applySplit';
import type { AccountBook, TerritorySplit } from '../model/accountBook';
import { isSelling } from '../model/isSelling';
import { occupantDate } from '../model/occupantDate';
import type { Plan, Seat } from '../model/plan';
import { weighAccounts } from '../model/sumSplit';
import type { SeatId, TerritoryId } from '../model/units';
import { apportionSeats } from './apportionSeats';
import { matchCrews } from './matchCrews';
import { numbersOf, territoriesOfSplit } from './splitFigures';

/** What seats are spread in proportion to: potential, workload, or what splits are balanced by. */
export type SpreadBy = 'potential' | 'workload' | 'balance';

export interface SeatSpread {
  /** The territory of every seat that is spread, whether it changes or not. */
  readonly territoryOf: ReadonlyMap<SeatId, TerritoryId>;
  /** Seats that change territory, those that had none among them, in the plan's order. */
  readonly moved: readonly SeatId[];
}

/** What staying where one is counts beside the accounts one keeps, so that nobody moves for nothing. */
const STAYS = 1e-3;

/** What seats can be spread by: the kinds that the book measures, or what it is balanced by where there is neither. */
export function spreadMeasures(book: AccountBook): readonly SpreadBy[] {
  const kinds = (['potential', 'workload'] as const).filter((kind) =>
    book.measures.some((each) => each.kind === kind),
  );
  return kinds.length > 0 ? kinds : ['balance'];
}

/** Selling seats in territories that some split of the book names, and in none: those that a split has to do with. */
export function seatsOfBook({ accountBook, roles, seats }: Plan): readonly Seat[] {
  if (!accountBook) return [];
  const known = bookTerritories(accountBook);
  const sells = new Set(roles.filter(isSelling).map(({ id }) => id));
  return seats.filter(
    ({ roleId, territoryId }) => sells.has(roleId) && (territoryId === undefined || known.has(territoryId)),
  );
}

/**
 * The plan's seats spread over the territories of a split of its book: as many to each as `apportionSeats` says by what it
 * holds, whatever their role, and of all ways to do so the one that leaves people most of what their territory holds now
 * (in the split in force, else in the first), and then most of them where they are. Of those in one territory, the ones who came last
 * are the first to go. Depends on no order of the seats. Linear in accounts; see `matchCrews` for seats.
 */
export function spreadOverSplit(plan: Plan, split: TerritorySplit, by: SpreadBy): SeatSpread {
  const { accountBook: book } = plan;
  const all = plan.territories.map(({ id }) => id);
  const order = territoriesOfSplit(split.territoryOf, all);
  const seats = seatsOfBook(plan);
  if (!book || seats.length === 0 || order.length === 0) return { territoryOf: new Map(), moved: [] };
  const origins = [...new Set(seats.map(({ territoryId }) => territoryId))].sort();
  const groups = origins.map((id) =>
    seats.filter(({ territoryId }) => territoryId === id).sort(longestFirst),
  );
  const weights = weightsBy(book, by);
  const { loads, kept } = holdings(book, split, { weights, order, origins });
  const near = new Float64Array(order.length);
  groups.forEach((group, o) =>
    order.forEach((_, t) => (near[t] = (near[t] ?? 0) + group.length * (kept[o * order.length + t] ?? 0))),
  );
  const crews = apportionSeats(seats.length, loads, near);
  const worth = kept.map((share, cell) => {
    const [o, t] = [Math.floor(cell / order.length), cell % order.length];
    return share + (origins[o] === order[t] ? STAYS : 0);
  });
  const flow = matchCrews(
    worth,
    groups.map(({ length }) => length),
    crews,
  );
  const territoryOf = new Map<SeatId, TerritoryId>();
  groups.forEach((group, o) => {
    const places = order
      .map((id, t) => ({ id, count: flow[o * order.length + t] ?? 0, stays: id === origins[o] }))
      .sort((one, other) => Number(other.stays) - Number(one.stays))
      .flatMap(({ id, count }) => new Array<TerritoryId>(count).fill(id));
    group.forEach(({ id }, place) => {
      const to = places[place];
      if (to !== undefined) territoryOf.set(id, to);
    });
  });
  const moved = seats
    .filter(({ id, territoryId }) => territoryOf.get(id) !== territoryId)
    .map(({ id }) => id);
  return { territoryOf, moved };
}

const longestFirst = (one: Seat, other: Seat): number => {
  const [a, b] = [occupantDate(one.occupant), occupantDate(other.occupant)];
  if (a !== b) return a < b ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};

/** What each account counts; what is not known counts nothing. */
function weightsBy(book: AccountBook, by: SpreadBy): readonly number[] {
  if (by === 'balance') return weighAccounts(book);
  const places = book.measures.flatMap(({ kind }, place) => (kind === by ? [place] : []));
  return book.accounts.map(({ values }) => places.reduce((sum, place) => sum + (values[place] ?? 0), 0));
}

/** What each territory of the split holds, and the share of what each origin has now that it holds (origins by rows). */
function holdings(
  book: AccountBook,
  split: TerritorySplit,
  {
    weights,
    order,
    origins,
  }: {
    readonly weights: readonly number[];
    readonly order: readonly TerritoryId[];
    readonly origins: readonly (TerritoryId | undefined)[];
  },
) {
  const loads = new Float64Array(order.length);
  const kept = new Float64Array(origins.length * order.length);
  const had = new Float64Array(origins.length);
  const now = book.splits.find(({ id }) => id === book.inForce) ?? book.splits[0];
  const after = numbersOf(split.territoryOf, order);
  const rows = new Map(origins.map((id, row) => [id, row]));
  weights.forEach((own, account) => {
    const to = after[account] ?? -1;
    if (to >= 0) loads[to] = (loads[to] ?? 0) + own;
    const at = now?.territoryOf[account] ?? '';
    const row = at === '' ? undefined : rows.get(at);
    if (row === undefined) return;
    had[row] = (had[row] ?? 0) + own;
    const cell = row * order.length + to;
    if (to >= 0) kept[cell] = (kept[cell] ?? 0) + own;
  });
  return { loads, kept: kept.map((own, cell) => own / (had[Math.floor(cell / order.length)] || 1)) };
}
