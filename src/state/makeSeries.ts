import type { TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { fail, succeed, type Result } from '../model/problem';
import type { DesignAims } from './designJob';
import { notLoaded } from './designProblems';
import { prepareDesign, type DesignRecipe } from './prepareDesign';
import type { SplitDesk } from './splitDesk.svelte';
import type { SplitTools } from './splitTools';

/** What a recipe came to: territories by account. */
export interface MadeSplit {
  readonly recipe: DesignRecipe;
  readonly territoryOf: readonly TerritoryOrNone[];
}

/**
 * Splits by those recipes, from the one on the map and put nowhere, in their order; what is the same as an earlier one or as
 * one of the plan's is left out. `tell` is given the number of recipes done.
 */
export async function makeSeries(
  desk: SplitDesk,
  aims: DesignAims,
  from: TerritorySplit,
  recipes: readonly DesignRecipe[],
  {
    tools,
    signal,
    tell,
  }: { readonly tools: SplitTools; readonly signal: AbortSignal; readonly tell: (done: number) => void },
): Promise<Result<MadeSplit[]>> {
  const prepared = prepareDesign(desk, aims, from);
  if (!prepared.ok) return prepared;
  const keyOf = (territoryOf: readonly TerritoryOrNone[]) => territoryOf.join('\n');
  const seen = new Set(desk.splits.map(({ territoryOf }) => keyOf(territoryOf)));
  const made: MadeSplit[] = [];
  tell(0);
  const runner = await tools.loadSplitRunner().catch(() => undefined);
  if (!runner) return fail([notLoaded]);
  for (const [place, recipe] of recipes.entries()) {
    const result = await prepared.value.make(recipe, { runner, signal });
    if (!result.ok) return result;
    const key = keyOf(result.value);
    if (!seen.has(key)) made.push({ recipe, territoryOf: result.value });
    seen.add(key);
    tell(place + 1);
  }
  return succeed(made);
}
