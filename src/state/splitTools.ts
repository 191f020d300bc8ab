import type { SplitRunner } from '../runner/splitRunner';
import type { Runner } from '../runner/runner';

/** What makes splits and tells their outcome; the page has the real ones. */
export interface SplitTools {
  readonly runner: Runner;
  /** Fetched when the first split is designed. */
  loadSplitRunner(): Promise<SplitRunner>;
}
