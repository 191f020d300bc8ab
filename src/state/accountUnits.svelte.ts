import type { AccountBook, TerritorySplit } from '../model/accountBook';
import { weighAccounts } from '../model/sumSplit';
import type { AccountId, TerritoryId } from '../model/units';
import { apartOf, type Apart } from '../territory/apartOf';
import { familiesOf, familyLeaders } from '../territory/familyLeaders';
import { figuresOfSplit, territoriesOfSplit, type SplitFigures } from '../territory/splitFigures';
import { unitsOfBook, type BookUnits } from '../territory/unitsOfBook';
import type { Session } from './session.svelte';

interface Kept {
  readonly units: BookUnits;
  readonly territories: readonly TerritoryId[];
  readonly figures: SplitFigures;
}

/** The plan's accounts as units of a map. Made anew when accounts or their weights change, never when a split does. */
export class AccountUnits {
  readonly #session: Session;
  readonly #apart = new WeakMap<TerritorySplit, { leaders: Int32Array; apart: Apart | undefined }>();
  readonly #figures = new WeakMap<TerritorySplit, Kept>();
  readonly #accounts = $derived.by(() => this.book?.accounts);
  readonly #measures = $derived.by(() => this.book?.measures);
  readonly #balancedBy = $derived.by(() => this.book?.balancedBy);
  readonly #territories = $derived.by(() => this.#session.plan.territories);

  constructor(session: Session) {
    this.#session = session;
  }

  get book(): AccountBook | undefined {
    return this.#session.plan.accountBook;
  }

  readonly #own = $derived.by((): AccountBook => {
    const accounts = this.#accounts ?? [];
    const measures = this.#measures ?? [];
    const balancedBy = this.#balancedBy;
    return { accounts, measures, splits: [], ...(balancedBy !== undefined && { balancedBy }) };
  });

  /** Each account's weight in balance, in the book's order. */
  readonly weights = $derived.by(() => weighAccounts(this.#own));
  readonly map = $derived.by((): BookUnits => unitsOfBook(this.#own));
  /** The place of each account in the book. */
  readonly placeOf = $derived.by(
    (): ReadonlyMap<AccountId, number> => new Map(this.#own.accounts.map(({ id }, place) => [id, place])),
  );
  /** All territories of the plan, in its order. */
  readonly territoryIds = $derived.by(() => this.#territories.map(({ id }) => id));
  readonly nameOf = $derived.by(
    (): ReadonlyMap<string, string> => new Map(this.#territories.map(({ id, name }) => [id, name])),
  );
  /** What is balanced, in words. */
  readonly measureName = $derived.by(
    () => this.#own.measures.find(({ id }) => id === this.#balancedBy)?.name ?? 'Accounts',
  );

  /** Accounts of each family of two or more, by their places. */
  readonly families = $derived.by(() => familiesOf(this.#own.accounts));
  /** Of each account the one that its family goes with. */
  readonly leaders = $derived.by(() => familyLeaders(this.#own.accounts, this.weights));

  /** What of a split need touch nothing: found once for each state of it. */
  apartOf(split: TerritorySplit): Apart | undefined {
    const { leaders } = this;
    const kept = this.#apart.get(split);
    if (kept?.leaders === leaders) return kept.apart;
    const apart = apartOf(this.#own, split, leaders);
    this.#apart.set(split, { leaders, apart });
    return apart;
  }

  /** The figures of a split with another assignment in place of its own. */
  figuresWith(
    split: TerritorySplit,
    territoryOf: TerritorySplit['territoryOf'],
    order: readonly TerritoryId[],
  ): SplitFigures {
    return figuresOfSplit(this.map, this.weights, territoryOf, order, this.apartOf(split));
  }

  /** The figures of a split as it is kept: found once for each state of it. */
  figuresOf(split: TerritorySplit): SplitFigures {
    const { map: units, territoryIds: territories } = this;
    const kept = this.#figures.get(split);
    if (kept?.units === units && kept.territories === territories) return kept.figures;
    const order = territoriesOfSplit(split.territoryOf, territories);
    const figures = this.figuresWith(split, split.territoryOf, order);
    this.#figures.set(split, { units, territories, figures });
    return figures;
  }
}
