import type { Plan } from '../model/plan';
import type { Result } from '../model/problem';
import type { RunSummary } from '../stats/summary';

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Called with growing summaries, the trials rising; never after the run has settled or was aborted. */
  readonly onProgress?: (summary: RunSummary) => void;
}

/**
 * Runs plans. The same plan gives the same summary on every runner, whatever its number of workers.
 * An aborted run resolves with the problem `aborted`; a run that cannot start names why.
 */
export interface Runner {
  run(plan: Plan, options?: RunOptions): Promise<Result<RunSummary>>;
  /** Stops the workers; the runner is not used afterwards. */
  dispose(): void;
}
