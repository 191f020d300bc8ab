/** What the areas' worker makes of a layer, a table, a file of regions or the accounts of a plan, before it is a plan's. */
import type { Account, AreaSource, Measure, TerritoryOrNone } from './accountBook';
import type { ImportProblem, ProblemCount } from './history';

export interface ImportedAreas {
  /** The file, or what the areas are. */
  readonly from: string;
  /** What was found, in a sentence. */
  readonly found: string;
  /** Where their outlines come from; absent of areas that are points. */
  readonly areas?: AreaSource;
  /** Whether they are the plan's own areas with more measures, and no others in place of its accounts. */
  readonly onto: boolean;
  readonly accounts: readonly Account[];
  readonly measures: readonly Measure[];
  /** Of each account the territory as the file names it; empty for none. */
  readonly territoryNames: readonly string[];
  readonly namedBy: 'territory' | 'owner' | 'nothing';
  /** The plan's splits of these areas, in the order of the book's own, where they come of the plan's accounts. */
  readonly splits?: readonly (readonly TerritoryOrNone[])[];
  /** At most `LISTED_PROBLEMS` for each rule. */
  readonly problems: readonly ImportProblem[];
  readonly problemCounts: readonly ProblemCount[];
}
