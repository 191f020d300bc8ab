import type { TerritorySplit } from '../model/accountBook';
import type { Plan } from '../model/plan';
import type { DesignRecipe } from './prepareDesign';
import type { Seating } from './planUnder';
import type { SplitResult } from './splitOutcomes.svelte';

/** A split that was made and simulated, and is none of the plan's until it is opened. */
export interface MadePoint {
  readonly recipe: DesignRecipe;
  readonly split: TerritorySplit;
  readonly result: SplitResult;
}

/** A split of the plan, as it was when its outcome was told. */
export interface OwnPoint {
  readonly split: TerritorySplit;
  readonly result: SplitResult;
}

/** What was explored: all of one state of the plan, its seats put in one way. */
export interface ExploredSplits {
  /** The split that the series set out from, as it was. */
  readonly from: TerritorySplit;
  readonly plan: Plan;
  readonly seating: Seating;
  /** Recipes tried, and how many came to a split that was not there before. */
  readonly tried: number;
  readonly made: number;
  readonly own: readonly OwnPoint[];
  readonly points: readonly MadePoint[];
}
