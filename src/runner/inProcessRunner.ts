import type { Plan } from '../model/plan';
import { fail, succeed, type Result } from '../model/problem';
import type { RunSummary } from '../stats/summary';
import type { SimulationWorker } from '../../workers/protocol';
import type { RunOptions, Runner } from './runner';
import { RunLedger } from './runLedger';
import { aborted, disposed, simulationFailed } from './runProblems';
import { tooLarge } from './tooLarge';

/** How long the page may be held without a chance to paint or to answer, in milliseconds. */
const SLICE = 16;

/**
 * Runs plans on the calling thread, where there are no workers: same results, in slices of some 16 ms
 * (one block at least) with `yieldToPage` in between. One run at a time: a newer one aborts the older one. A run that
 * needs more than `memory` bytes is refused before it starts.
 */
export function makeInProcessRunner(options: {
  /** Gives the engine, which may be loaded only now. */
  loadService: () => SimulationWorker | Promise<SimulationWorker>;
  yieldToPage: () => Promise<void>;
  memory?: number;
}): Runner {
  let current = 0;
  let ended = false;
  let service: Promise<SimulationWorker> | undefined;

  async function runSlices(
    key: number,
    plan: Plan,
    { signal, onProgress }: RunOptions,
  ): Promise<Result<RunSummary>> {
    const stopped = () => key !== current || signal?.aborted === true;
    const engine = await (service ??= Promise.resolve(options.loadService()));
    if (stopped()) return aborted();
    engine.prepare(key, plan);
    const ledger = new RunLedger(plan);
    let sliceStart = performance.now();
    let longestBlock = 0;
    for (;;) {
      const start = performance.now();
      if (start + longestBlock - sliceStart > SLICE) {
        await options.yieldToPage();
        if (stopped()) return aborted();
        sliceStart = performance.now();
      }
      const request = ledger.take();
      if (request) ledger.accept(engine.runBlock(key, request.block, request.trials));
      longestBlock = Math.max(longestBlock, performance.now() - start);
      if (!ledger.summaryDue) continue;
      const finished = ledger.finished;
      const summary = engine.summarise(key, ledger.copyTotals());
      onProgress?.(summary);
      if (stopped()) return aborted();
      if (finished) return succeed(summary);
      await options.yieldToPage();
      if (stopped()) return aborted();
      sliceStart = performance.now();
    }
  }

  return {
    async run(plan, runOptions = {}) {
      if (ended) return disposed();
      const key = ++current;
      if (runOptions.signal?.aborted) return aborted();
      const refused = tooLarge(plan, 1, options.memory ?? Infinity);
      if (refused) return fail([refused]);
      try {
        return await runSlices(key, plan, runOptions);
      } catch (error) {
        return simulationFailed(error);
      }
    },
    dispose() {
      ended = true;
      current++;
    },
  };
}
