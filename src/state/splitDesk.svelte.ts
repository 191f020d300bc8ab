import type { AccountBook, TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { applySplit } from '../model/applySplit';
import {
  branchSplit,
  fixedAccounts,
  freshSplitId,
  lockAccounts,
  moveAccounts,
  removeSplit,
  unlockAccounts,
  updateSplit,
} from '../model/editAccounts';
import { ruledAlone } from '../model/matchRules';
import { sumInForce } from '../model/sumInForce';
import { formatCount } from '../model/format/formatCount';
import type { AccountId, SplitId, TerritoryId } from '../model/units';
import { figuresOfNumbers, numbersOf } from '../territory/splitFigures';
import type { Split } from '../territory/units';
import { AccountUnits } from './accountUnits.svelte';
import type { Session } from './session.svelte';
import { coloursOf, middlesOf, namedIn } from './splitPicture';
import { SplitStroke } from './splitStroke.svelte';
import type { SplitTools } from './splitTools';

export type MapTool = 'select' | 'paint' | 'lasso';

/**
 * The table that splits lie on: the one being looked at and edited, the one it is compared with, what is selected, and the
 * stroke being painted. A stroke is seen and measured at once, and becomes one edit of the plan when it ends.
 */
export class SplitDesk {
  readonly session: Session;
  readonly accounts: AccountUnits;
  #chosen = $state.raw<SplitId>();
  #compared = $state.raw<SplitId>();
  #stroke = $state.raw<SplitStroke>();
  #selection = $state.raw<ReadonlySet<AccountId>>(new Set());
  #placed = $state.raw<ReadonlyMap<AccountId, TerritoryOrNone>>(new Map());
  tool = $state<MapTool>('select');
  /** The territory that paint goes to and whose outline is shown; empty is none. */
  active = $state.raw<TerritoryOrNone>('');

  /** Accounts that the map is to show, by their places in the book; a new list is a new wish. */
  wish = $state.raw<{ readonly places: readonly number[] }>({ places: [] });

  /** Without `tools` areas have no outlines. */
  constructor(session: Session, tools?: Pick<SplitTools, 'loadAreaRunner'>) {
    this.session = session;
    this.accounts = new AccountUnits(session, tools);
  }

  get book(): AccountBook | undefined {
    return this.accounts.book;
  }

  get splits(): readonly TerritorySplit[] {
    return this.book?.splits ?? [];
  }

  readonly inForce = $derived.by(() => this.splits.find(({ id }) => id === this.book?.inForce));
  /** The split on the map. */
  readonly split = $derived.by(
    () => this.splits.find(({ id }) => id === this.#chosen) ?? this.inForce ?? this.splits[0],
  );
  /** The one that it is held against: as chosen, else the one in force, else the first; never itself. */
  readonly other = $derived.by(() => {
    const all = this.splits.filter((each) => each !== this.split);
    const chosen = all.find(({ id }) => id === this.#compared);
    // Against a split that assigns nothing, all would have moved.
    const others = all.filter(({ territoryOf }) => territoryOf.some((id) => id !== ''));
    return (
      chosen ??
      others.find((each) => each === this.inForce) ??
      others.find(({ id }) => id === this.split?.from) ??
      others[0]
    );
  });
  readonly fixed = $derived.by((): ReadonlySet<AccountId> =>
    this.split ? fixedAccounts(this.split) : new Set(),
  );
  /** Accounts that no stroke moves (1), by their places in the book. */
  readonly held = $derived.by(() => this.accounts.flagsOf(this.fixed));
  readonly #kept = $derived.by(() => numbersOf(this.split?.territoryOf ?? [], this.accounts.territoryIds));

  /**
   * Each account's territory by its place in `accounts.territoryIds`, with the stroke that is under way; −1 for none. While
   * one is, the same array changes in place.
   */
  get numbers(): Split {
    return this.#stroke?.numbers ?? this.#kept;
  }

  /** The same of the split that this one is held against. */
  readonly otherNumbers = $derived.by(
    () => this.other && numbersOf(this.other.territoryOf, this.accounts.territoryIds),
  );

  /** Territories by account, with the stroke that is under way. */
  readonly territoryOf = $derived.by((): readonly TerritoryOrNone[] => {
    const kept = this.split?.territoryOf ?? [];
    const stroke = this.#stroke;
    return stroke ? kept.map((at, place) => (stroke.places.has(place) ? stroke.to : at)) : kept;
  });
  #lastOrder: readonly TerritoryId[] = [];
  /** Territories of the split, in the plan's order; the same array while it names the same, so that a stroke moves nobody who reads them. */
  readonly order = $derived.by((): readonly TerritoryId[] => {
    const order = namedIn(this.accounts.territoryIds, this.numbers, this.#stroke?.to);
    const before = this.#lastOrder;
    if (order.length !== before.length || order.some((id, place) => id !== before[place]))
      this.#lastOrder = order;
    return this.#lastOrder;
  });
  /** The territories that share the map: not those that rules alone fill. */
  readonly orderOnMap = $derived.by((): readonly TerritoryId[] => {
    const alone = ruledAlone(this.split?.rules ?? []);
    return alone.size === 0 ? this.order : this.order.filter((id) => !alone.has(id));
  });
  readonly figures = $derived.by(() => {
    const { split, accounts, order } = this;
    if (!this.#stroke && split) return accounts.figuresOf(split);
    const places = numbersOf(accounts.territoryIds, order);
    const numbers = this.numbers.map((number) => places[number] ?? -1);
    return split
      ? accounts.figuresWith(split, numbers, order)
      : figuresOfNumbers(accounts.map, accounts.weights, numbers, order);
  });
  /** Each territory's colour, from 0: neighbours in the split as it was before the stroke differ. */
  readonly colours = $derived.by(() => coloursOf(this.accounts, this.#kept));
  /** The middle of each territory's placed accounts, in km. */
  readonly middles = $derived.by(() => middlesOf(this.accounts, this.numbers));

  get selection(): ReadonlySet<AccountId> {
    return this.#selection;
  }

  /** Accounts that the hand has put where they are since the last repair: they stay in the next one. */
  readonly placedByHand = $derived.by((): ReadonlySet<AccountId> => {
    const { placeOf } = this.accounts;
    const still = [...this.#placed].filter(
      ([id, to]) => this.split?.territoryOf[placeOf.get(id) ?? -1] === to,
    );
    return new Set(still.map(([id]) => id));
  });

  choose(id: SplitId): void {
    if (id !== this.split?.id) this.#placed = new Map();
    this.#chosen = id;
    this.#stroke = undefined;
  }

  compareWith(id: SplitId): void {
    this.#compared = id;
  }

  /** Selects accounts and has the map show them. */
  show(places: readonly number[]): void {
    this.select(places.flatMap((place) => this.book?.accounts[place]?.id ?? []));
    this.wish = { places };
  }

  select(ids: Iterable<AccountId>, how: 'only' | 'also' | 'toggle' = 'only'): void {
    const next = new Set(how === 'only' ? [] : this.#selection);
    for (const id of ids) if (how !== 'toggle' || !next.delete(id)) next.add(id);
    this.#selection = next;
  }

  /** Paints accounts, by their places in the book, as part of one stroke; those that are fixed are passed over. */
  paint(places: Iterable<number>): void {
    const free = [...places].filter((place) => this.held[place] === 0);
    if (free.length === 0) return;
    const number = this.accounts.territoryIds.findIndex((id) => id === this.active);
    this.#stroke ??= new SplitStroke(this.active, number, this.#kept);
    this.#stroke.paint(free);
  }

  /** Ends the stroke: one step of undo. */
  endStroke(): void {
    const stroke = this.#stroke;
    this.#stroke = undefined;
    const { accounts } = this.book ?? { accounts: [] };
    if (stroke)
      this.move(
        [...stroke.places].flatMap((place) => accounts[place]?.id ?? []),
        stroke.to,
      );
  }

  dropStroke(): void {
    this.#stroke = undefined;
  }

  move(ids: readonly AccountId[], to: TerritoryOrNone): void {
    const { split } = this;
    if (!split) return;
    const free = ids.filter((id) => !this.fixed.has(id));
    const name = to === '' ? 'no territory' : (this.accounts.nameOf.get(to) ?? to);
    const before = this.session.plan;
    this.session.change(`Move ${countAccounts(free.length)} to ${name}`, (plan) =>
      sumInForce(plan, moveAccounts(plan, split.id, free, to), split.id),
    );
    if (this.session.plan !== before)
      this.#placed = new Map([...this.#placed, ...free.map((id) => [id, to] as const)]);
    const held = ids.length - free.length;
    if (held > 0) this.session.notices.say(`${countAccounts(held)} stayed: locked, or placed by name.`);
  }

  /** Puts the repaired split in place of the edited one; what the hand had placed is no longer held. */
  mend(split: TerritorySplit, territoryOf: readonly TerritoryOrNone[]): void {
    this.session.change(`Heal ${split.name}`, (plan) =>
      sumInForce(plan, updateSplit(plan, split.id, { territoryOf }), split.id),
    );
    this.#placed = new Map();
  }

  /** Locks what is selected, or frees it where all of it is locked. */
  toggleLock(): void {
    const { split } = this;
    const ids = [...this.#selection];
    if (!split || ids.length === 0) return;
    const locked = new Set(split.locked);
    const frees = ids.every((id) => locked.has(id));
    const edit = frees ? unlockAccounts : lockAccounts;
    this.session.change(`${frees ? 'Unlock' : 'Lock'} ${countAccounts(ids.length)}`, (plan) =>
      edit(plan, split.id, ids),
    );
  }

  branch(split: TerritorySplit): void {
    const id = freshSplitId(this.session.plan);
    const name = `${split.name} (branch)`;
    this.session.change(`Branch ${split.name}`, (plan) => branchSplit(plan, split.id, { id, name }));
    this.choose(id);
  }

  rename(split: TerritorySplit, name: string): void {
    this.session.change('Rename a split', (plan) => updateSplit(plan, split.id, { name }));
  }

  remove(split: TerritorySplit): void {
    this.session.change(`Remove ${split.name}`, (plan) => removeSplit(plan, split.id));
  }

  /** Puts a split in force: the territories' potential and workload become its sums. */
  apply(split: TerritorySplit): void {
    this.session.change(`Apply ${split.name}`, (plan) => applySplit(plan, split.id));
  }
}

export const countAccounts = (count: number): string =>
  `${formatCount(count)} ${count === 1 ? 'account' : 'accounts'}`;
