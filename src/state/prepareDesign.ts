import type { TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { ruledAlone } from '../model/matchRules';
import { fail, succeed, type Result } from '../model/problem';
import type { SplitRunner } from '../runner/splitRunner';
import { designJob, seedsFor, type DesignAims } from './designJob';
import { designOrder } from './designOrder';
import { tooFew, whyNot } from './designProblems';
import type { SplitDesk } from './splitDesk.svelte';

/** How a split is to be made from another. */
export interface DesignRecipe {
  /** From 0, afresh, to 1, as few moves as can be. */
  readonly stickiness: number;
  readonly tolerance: number;
}

/** Seeds tried for each, at most: the same ones every time, so that the same recipe gives the same split. */
const SEEDS = 2;

/** Territories by account, and whether they may lie in pieces. */
export interface MadeByRecipe {
  readonly territoryOf: readonly TerritoryOrNone[];
  readonly pieces: boolean;
}

export interface PreparedDesign {
  /** A split made by that recipe, which is put nowhere. */
  make(
    recipe: DesignRecipe,
    by: { readonly runner: SplitRunner; readonly signal: AbortSignal },
  ): Promise<Result<MadeByRecipe>>;
}

/** Splits into as many territories as that one has, to be made from it as it is now and as the design is set, or why there can be none. */
export function prepareDesign(
  desk: SplitDesk,
  aims: DesignAims,
  split: TerritorySplit,
): Result<PreparedDesign> {
  const { book } = desk;
  const alone = ruledAlone(split.rules ?? []);
  const shared = desk.accounts.figuresOf(split).order.filter((id) => !alone.has(id)).length;
  const order = designOrder(desk, split, shared);
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
      const { units, task, pieces, territoryOf } = jobOf(recipe);
      const few = tooFew(units.count, order, desk.accounts.noun);
      if (few) return fail([few]);
      const made = await runner.make(units, task, { seeds: seedsFor(task, SEEDS), signal });
      return made.ok ? succeed({ territoryOf: territoryOf(made.value.split), pieces }) : made;
    },
  });
}
