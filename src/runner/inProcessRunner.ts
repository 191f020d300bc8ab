import type { Plan } from '../model/plan';
import { fail, succeed, type Result } from '../model/problem';
import { addRows, makePlanSample, type PlanSample } from '../stats/planSample';
import type { RunSummary } from '../stats/summary';
import type { SimulationWorker } from '../../workers/protocol';
import type { RunOptions, Runner, SampleOptions } from './runner';
import { RunLedger } from './runLedger';
import { sampleChunks } from './sampleChunks';
import { aborted, disposed, noSuchTrial, simulationFailed } from './runProblems';
import { tooLarge } from './tooLarge';

/** How long the page may be held without a chance to paint or to answer, in milliseconds. */
const SLICE = 16;
/** What a slice of a sample may come to, where script alone simulates. */
const SLICE_SEAT_MONTHS = 100_000;

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
  let samples = 0;
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

  async function sampleSlices(
    plan: Plan,
    trials: number,
    sampleOptions: SampleOptions,
  ): Promise<Result<PlanSample>> {
    const { signal, anew, onProgress } = sampleOptions;
    const engine = await (service ??= Promise.resolve(options.loadService()));
    const key = ++samples;
    const sample = makePlanSample(plan, trials);
    for (const { first, trials: count } of sampleChunks(plan, trials, SLICE_SEAT_MONTHS)) {
      if (ended) return disposed();
      if (signal?.aborted) return aborted();
      addRows(sample, first, engine.sample(key, plan, first, count, anew));
      onProgress?.(first + count);
      await options.yieldToPage();
    }
    return signal?.aborted ? aborted() : succeed(sample);
  }

  return {
    async sample(plan, sampleOptions = {}) {
      if (ended) return disposed();
      if (sampleOptions.signal?.aborted) return aborted();
      const trials = sampleOptions.trials ?? plan.run.trials;
      const refused = tooLarge({ ...plan, run: { ...plan.run, trials } }, 1, options.memory ?? Infinity);
      if (refused) return fail([refused]);
      try {
        return await sampleSlices(plan, trials, sampleOptions);
      } catch (error) {
        return simulationFailed(error);
      }
    },
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
    async replay(plan, trial, { signal } = {}) {
      if (ended) return disposed();
      if (signal?.aborted) return aborted();
      if (!(Number.isSafeInteger(trial) && trial >= 0)) return noSuchTrial(trial);
      try {
        const engine = await (service ??= Promise.resolve(options.loadService()));
        return signal?.aborted ? aborted() : succeed(engine.replay(plan, trial));
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
