import type { TerritorySplit } from '../model/accountBook';
import type { AccountUnits } from './accountUnits.svelte';
import { shapeOf, type SplitShape } from './splitFacts';

/** The figures of splits that need no run, found once for each state of both splits: it takes some milliseconds where accounts are many. */
export class SplitShapes {
  readonly #kept = new WeakMap<
    TerritorySplit,
    { readonly of: readonly unknown[]; readonly shape: SplitShape }
  >();

  of(accounts: AccountUnits, split: TerritorySplit, base: TerritorySplit | undefined): SplitShape {
    const of = [base, accounts.map, accounts.territoryIds] as const;
    const kept = this.#kept.get(split);
    if (kept && of.every((each, place) => each === kept.of[place])) return kept.shape;
    const shape = shapeOf(accounts, split, base);
    this.#kept.set(split, { of, shape });
    return shape;
  }
}
