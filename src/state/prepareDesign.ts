import type { TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { fail, succeed, type Result } from '../model/problem';
import type { SplitRunner } from '../runner/splitRunner';
import { designJob, type DesignAims } from './designJob';
import { designOrder } from './designOrder';
import { tooFew, whyNot } from './designProblems';
import type { SplitDesk } from './splitDesk.svelte';

/** How a split is to be made from another. */
export interface DesignRecipe {
  /** From 0, afresh, to 1, as few moves as can be. */
  readonly stickiness: number;
  readonly tolerance: number;
}

/** Seeds tried for each: the same ones every time, so that the same recipe gives the same split. */
const SEEDS = 2;

export interface PreparedDesign {
  /** Territories by account under a split made by that recipe, which is put nowhere. */
  make(
    recipe: DesignRecipe,
    by: { readonly runner: SplitRunner; readonly signal: AbortSignal },
  ): Promise<Result<readonly TerritoryOrNone[]>>;
}

/** Splits into as many territories as the one on the map has, to be made from it as it is now and as the design is set, or why there can be none. */
export function prepareDesign(
  desk: SplitDesk,
  aims: DesignAims,
  split: TerritorySplit,
): Result<PreparedDesign> {
  const { book } = desk;
  const order = designOrder(desk, split, desk.orderOnMap.length);
  const why = whyNot(desk, split, order);
  if (why || !book) return fail(why ? [why] : []);
  const { map } = desk.accounts;
  const { seed } = desk.session.plan.run;
  const jobOf = (recipe: DesignRecipe) =>
    designJob(book, map, split, order, {
      ...aims,
      ...recipe,
      seed,
      stays: new Set(),
      kind: recipe.stickiness === 0 ? 'design' : 'rebalance',
    });
  return succeed({
    async make(recipe, { runner, signal }) {
      const { units, task, territoryOf } = jobOf(recipe);
      const few = tooFew(units.count, order, desk.accounts.noun);
      if (few) return fail([few]);
      const made = await runner.make(units, task, { seeds: SEEDS, signal });
      return made.ok ? succeed(territoryOf(made.value.split)) : made;
    },
  });
}
