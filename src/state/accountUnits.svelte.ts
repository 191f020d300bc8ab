import type { AccountBook, AreaSource, TerritorySplit } from '../model/accountBook';
import { fail, type Problem } from '../model/problem';
import { unitNoun } from '../model/unitNoun';
import { weighAccounts } from '../model/sumSplit';
import type { AccountId, TerritoryId } from '../model/units';
import { apartOf, type Apart } from '../territory/apartOf';
import { familiesOf, familyLeaders } from '../territory/familyLeaders';
import {
  figuresOfNumbers,
  numbersOf,
  territoriesOfSplit,
  type SplitFigures,
} from '../territory/splitFigures';
import type { Split } from '../territory/units';
import type { AreaShapes } from '../territory/shapeAreas';
import { placedAccounts, unitsOfBook, type BookUnits } from '../territory/unitsOfBook';
import type { Session } from './session.svelte';
import type { SplitTools } from './splitTools';

interface Kept {
  readonly units: BookUnits;
  readonly territories: readonly TerritoryId[];
  readonly figures: SplitFigures;
}

const NOT_LOADED: Problem = {
  code: 'not-loaded',
  path: '',
  message:
    'outlines of areas must be loaded to know who touches whom, and the network may be off: areas are points until the plan is opened again',
};

/** Outlines, of what they are, and of which accounts. */
interface Shaped {
  readonly source: AreaSource;
  readonly key: string;
  readonly shapes: AreaShapes;
}

/**
 * The plan's accounts as units of a map. Made anew when accounts or their weights change, never when a split does. Areas are points
 * until `loadShapes` has their outlines; the map's part asks for them.
 */
export class AccountUnits {
  readonly #session: Session;
  readonly #apart = new WeakMap<TerritorySplit, { leaders: Int32Array; apart: Apart | undefined }>();
  readonly #tools: Pick<SplitTools, 'loadAreaRunner'> | undefined;
  #shaped = $state.raw<Shaped>();
  #asked: string | undefined;
  #failed = $state.raw<{ readonly key: string; readonly problems: readonly Problem[] }>();
  readonly #figures = new WeakMap<TerritorySplit, Kept>();
  readonly #accounts = $derived.by(() => this.book?.accounts);
  readonly #measures = $derived.by(() => this.book?.measures);
  readonly #balancedBy = $derived.by(() => this.book?.balancedBy);
  readonly #territories = $derived.by(() => this.#session.plan.territories);

  constructor(session: Session, tools?: Pick<SplitTools, 'loadAreaRunner'>) {
    this.#session = session;
    this.#tools = tools;
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
  readonly #areas = $derived.by(() => this.book?.areas);
  /** What the units are called. */
  readonly noun = $derived.by(() => unitNoun(this.#areas));
  readonly #placed = $derived.by(() => placedAccounts(this.#own));
  /** Tells one set of placed accounts from another. */
  readonly #key = $derived.by(() =>
    this.#areas
      ? JSON.stringify([
          this.#areas.kind,
          this.#placed.ids,
          this.#placed.places.map(({ lon, lat }) => [lon, lat]),
        ])
      : '',
  );
  readonly #shapes = $derived.by(() => {
    const [areas, shaped] = [this.#areas, this.#shaped];
    if (!areas || shaped?.key !== this.#key) return undefined;
    // two files may have regions of the same ids
    return areas.kind !== 'own' || shaped.source === areas ? shaped.shapes : undefined;
  });
  readonly map = $derived.by((): BookUnits => unitsOfBook(this.#own, this.#shapes));

  /** Whether the accounts are areas whose outlines are still to come: they have no borders yet. */
  get awaitsShapes(): boolean {
    return this.#areas !== undefined && this.#shapes === undefined && this.problems.length === 0;
  }

  /** Why there are no outlines. */
  get problems(): readonly Problem[] {
    return this.#areas && this.#failed?.key === this.#key ? this.#failed.problems : [];
  }

  /** Fetches the outlines of the areas that there are, unless they are here or on their way. */
  async loadShapes(): Promise<void> {
    const [areas, key, tools] = [this.#areas, this.#key, this.#tools];
    if (!areas || !tools || this.#shapes || this.#asked === key) return;
    this.#asked = key;
    const { ids, places } = this.#placed;
    const made = await tools.loadAreaRunner().then(
      (runner) => runner.shape(areas, ids, places),
      () => fail<AreaShapes>([NOT_LOADED]),
    );
    // Other accounts meanwhile: these outlines are not theirs.
    if (this.#asked !== key) return;
    this.#asked = undefined;
    if (made.ok) this.#shaped = { source: areas, key, shapes: made.value };
    else this.#failed = { key, problems: made.problems };
  }
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
    () => this.#own.measures.find(({ id }) => id === this.#balancedBy)?.name ?? this.noun.Many,
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

  /** The figures of a split with another assignment in place of its own: accounts' territories by their places in `order`. */
  figuresWith(split: TerritorySplit, numbers: Split, order: readonly TerritoryId[]): SplitFigures {
    return figuresOfNumbers(this.map, this.weights, numbers, order, this.apartOf(split));
  }

  /** By their places in the book, which accounts are among those (1). */
  flagsOf(ids: ReadonlySet<AccountId>): Uint8Array {
    const flags = new Uint8Array(this.book?.accounts.length ?? 0);
    for (const id of ids) {
      const place = this.placeOf.get(id);
      if (place !== undefined) flags[place] = 1;
    }
    return flags;
  }

  /** The figures of a split as it is kept: found once for each state of it. */
  figuresOf(split: TerritorySplit): SplitFigures {
    const { map: units, territoryIds: territories } = this;
    const kept = this.#figures.get(split);
    if (kept?.units === units && kept.territories === territories) return kept.figures;
    const order = territoriesOfSplit(split.territoryOf, territories);
    const figures = this.figuresWith(split, numbersOf(split.territoryOf, order), order);
    this.#figures.set(split, { units, territories, figures });
    return figures;
  }
}
