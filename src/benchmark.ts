/** The wiring of the benchmark page: nothing of the app but its tokens and its engine. */
import { mount } from 'svelte';
import type { BenchmarkWorker } from '../workers/protocol';
import { LiveWorker } from './runner/liveWorker';
import { Benchmark, type BenchmarkCalls } from './state/benchmark.svelte';
import BenchmarkPage from './ui/benchmark/BenchmarkPage.svelte';

declare global {
  interface Window {
    /** For scripts/bench.mjs, which lets this browser take turns with programs outside of it. */
    turfcastBenchmark: BenchmarkCalls;
  }
}

const worker = new LiveWorker<BenchmarkWorker>(
  () => new Worker(new URL('../workers/benchmark.worker.ts', import.meta.url), { type: 'module' }),
  () => undefined,
);

window.turfcastBenchmark = {
  kernels: () => worker.call((api) => api.kernels()),
  promised: () => worker.call((api) => api.promised()),
  digests: (kernel) => worker.call((api) => api.digests(kernel)),
  measure: (kernel, trials) => worker.call((api) => api.measure(kernel, trials)),
};

const benchmark = new Benchmark(window.turfcastBenchmark);
const target = document.getElementById('app');
if (!target) throw new Error('page must have an element #app, got none');
target.replaceChildren();
mount(BenchmarkPage, { target, props: { benchmark, userAgent: navigator.userAgent } });
void benchmark.run();
