import type { Plan } from '../model/plan';
import type { SplitId } from '../model/units';
import type { AccountRunner } from '../runner/accountRunner';
import type { AreaRunner } from '../runner/areaRunner';
import type { Runner } from '../runner/runner';
import type { SplitRunner } from '../runner/splitRunner';

/** As which file an assignment is written. */
export type AssignmentFile = 'csv' | 'xlsx' | 'geojson';

/** What reads accounts, makes splits and tells their outcome; the page has the real ones, fetched when first asked for. */
export interface SplitTools {
  readonly runner: Runner;
  loadSplitRunner(): Promise<SplitRunner>;
  loadAccountRunner(): Promise<AccountRunner>;
  /** Reads a table in the Data room, and goes there. */
  readInData(file: File): void;
  loadAreaRunner(): Promise<AreaRunner>;
  /**
   * The table to load into the CRM, as CSV unless told: where each account goes from that other split, and why; or the
   * accounts on the map, areas with their outlines. Rejects where it cannot be written.
   */
  writeAssignment(
    plan: Plan,
    split: SplitId,
    options: {
      readonly from?: SplitId;
      readonly reasonOf?: (account: number) => string | undefined;
      readonly movedOnly?: boolean;
      readonly as?: AssignmentFile;
    },
  ): Promise<BlobPart>;
}
