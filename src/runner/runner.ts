import type { Plan } from '../model/plan';
import type { Result } from '../model/problem';
import type { Replay } from '../sim/replay';
import type { PlanSample } from '../stats/planSample';
import type { RunSummary } from '../stats/summary';
import type { SimulationWorker } from '../../workers/protocol';

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Called with growing summaries, the trials rising; never after the run has settled or was aborted. */
  readonly onProgress?: (summary: RunSummary) => void;
}

/** What has streams of its own: see `Purpose` of the engine. */
export type ChanceSource = NonNullable<Parameters<SimulationWorker['sample']>[4]>[number];

export interface SampleOptions {
  /** Trials from the first on; the plan's own number by default. */
  readonly trials?: number;
  /** Sources of chance that are drawn anew, unrelated to the plan's own draws; all others stay as they are, trial by trial. */
  readonly anew?: readonly ChanceSource[];
  readonly signal?: AbortSignal;
  /** Called with the number of trials done so far, rising; never after the answer. */
  readonly onProgress?: (trials: number) => void;
}

export type ReplayOptions = Pick<SampleOptions, 'signal'>;

/**
 * Runs plans. The same plan gives the same summary on every runner, whatever its number of workers.
 * An aborted run resolves with the problem `aborted`; a run that cannot start names why.
 */
export interface Runner {
  run(plan: Plan, options?: RunOptions): Promise<Result<RunSummary>>;
  /**
   * What the plan as a whole comes to, trial by trial: the same figures as in its run, sooner. Any number of samples may
   * be asked for at once; they do not stop a run, and wait while one has work for every worker.
   */
  sample(plan: Plan, options?: SampleOptions): Promise<Result<PlanSample>>;
  /** One trial by its number (0 is the first), told: the same as in any run of the plan. A run under way goes on beside it. */
  replay(plan: Plan, trial: number, options?: ReplayOptions): Promise<Result<Replay>>;
  /** Stops the workers; the runner is not used afterwards. */
  dispose(): void;
}
