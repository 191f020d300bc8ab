import { listEngines } from '../src/bench/engine';
import { promisedDigests, runDigests } from '../src/bench/runDigests';
import { makeStopwatch } from '../src/bench/stopwatch';
import { listKernels } from './kernels';
import type { BenchmarkWorker, KernelKind } from './protocol';

/** What the benchmark worker does. Asking for a kernel that is not there is a bug and throws. */
export function makeBenchmarkService(): BenchmarkWorker {
  const engines = listEngines(listKernels());
  const stopwatches = new Map<KernelKind, (trials: number) => number>();

  function engineOf(kind: KernelKind) {
    const engine = engines.find((each) => each.kind === kind);
    if (engine) return engine;
    throw new Error(`kernel must be one of ${engines.map((each) => each.kind).join(', ')}, got ${kind}`);
  }

  return {
    kernels: () => engines.map(({ kind }) => kind),
    promised: promisedDigests,
    digests: (kind) => runDigests(engineOf(kind)),
    measure(kind, trials) {
      const stopwatch = stopwatches.get(kind) ?? makeStopwatch(engineOf(kind));
      stopwatches.set(kind, stopwatch);
      return stopwatch(trials);
    },
  };
}
