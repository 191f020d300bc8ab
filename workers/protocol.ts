/** What crosses between the page and its workers: types and nothing else. */
import type { Plan } from '../src/model/plan';
import type { Result } from '../src/model/problem';
import type { BlockOutcome } from '../src/sim/outcome';
import type { RunSummary } from '../src/stats/summary';

/** The simulation worker. A prepared plan stays until another one is prepared. */
export interface SimulationWorker {
  /** Compiles the plan under that key; the plan has been parsed. */
  prepare(key: number, plan: Plan): void;
  /** Runs one fixed block of trials (see BLOCK_TRIALS; the last one may be shorter). */
  runBlock(key: number, block: number, trials: number): BlockOutcome;
  /** Summarises a contiguous prefix of blocks, given in block order. */
  summarise(key: number, blocks: readonly BlockOutcome[]): RunSummary;
}

export interface ImportProgress {
  readonly file: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

export type { Result };
