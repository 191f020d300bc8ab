import type { TerritoryOrNone } from '../model/accountBook';
import { ruledAlone } from '../model/matchRules';
import type { AccountId, SplitId, TerritoryId } from '../model/units';
import { figuresOfNumbers, numbersOf } from '../territory/splitFigures';
import type { Split } from '../territory/units';
import { ChosenSplits } from './chosenSplits.svelte';
import { SplitEdits } from './splitEdits.svelte';
import { coloursOf, middlesOf, namedIn } from './splitPicture';
import { SplitStroke } from './splitStroke.svelte';

export type MapTool = 'select' | 'paint' | 'lasso';

/**
 * The table that splits lie on: the one being looked at and edited, the one it is compared with, what is selected, and the
 * stroke being painted. A stroke is seen and measured at once, and becomes one edit of the plan when it ends.
 */
export class SplitDesk extends ChosenSplits {
  readonly edits = new SplitEdits(this);
  #stroke = $state.raw<SplitStroke>();
  #selection = $state.raw<ReadonlySet<AccountId>>(new Set());
  tool = $state<MapTool>('select');
  /** The territory that paint goes to and whose outline is shown; empty is none. */
  active = $state.raw<TerritoryOrNone>('');

  /** Accounts that the map is to show, by their places in the book; a new list is a new wish. */
  wish = $state.raw<{ readonly places: readonly number[] }>({ places: [] });

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

  override choose(id: SplitId): void {
    if (id !== this.split?.id) this.edits.forgetPlaced();
    super.choose(id);
    this.#stroke = undefined;
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
      this.edits.move(
        [...stroke.places].flatMap((place) => accounts[place]?.id ?? []),
        stroke.to,
      );
  }

  dropStroke(): void {
    this.#stroke = undefined;
  }
}
