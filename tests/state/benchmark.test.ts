import { expect, test } from 'vitest';
import { Benchmark, ROUNDS, type BenchmarkCalls } from '../../src/state/benchmark.svelte';
import { nameBrowser } from '../../src/ui/benchmark/nameBrowser';
import { speedRow } from '../../src/ui/benchmark/speedRow';

/** A worker with two kernels whose clock is made up; `asked` notes the order of the calls. */
function makeCalls(asked: string[] = [], times: (kernel: string, call: number) => number = () => 20) {
  const counts = new Map<string, number>();
  const calls: BenchmarkCalls = {
    kernels: async () => ['wasm', 'script'],
    promised: async () => ({ one: 'ab' }),
    digests: async (kernel) => ({ one: kernel === 'wasm' ? 'ab' : 'cd' }),
    measure: async (kernel) => {
      asked.push(kernel);
      const call = counts.get(kernel) ?? 0;
      counts.set(kernel, call + 1);
      return times(kernel, call);
    },
  };
  return calls;
}

test('the kernels take turns, and the round that warms up is not counted', async () => {
  const asked: string[] = [];
  const benchmark = new Benchmark(makeCalls(asked, (kernel, call) => (kernel === 'wasm' ? 10 : 20) + call));
  await benchmark.run();
  expect(asked).toEqual(Array.from({ length: ROUNDS + 1 }, () => ['wasm', 'script']).flat());
  expect(benchmark.results.map(({ times }) => times[0])).toEqual([11, 21]);
  expect(benchmark.rounds).toBe(ROUNDS);
  expect(benchmark.running).toBe(false);
});

test('digests are there before any speed is', async () => {
  const seen: number[] = [];
  const benchmark = new Benchmark(
    makeCalls([], () => {
      seen.push(benchmark.results.length);
      return 20;
    }),
  );
  await benchmark.run();
  expect(seen[0]).toBe(2);
  expect(benchmark.results.map(({ digests }) => digests.one)).toEqual(['ab', 'cd']);
  expect(benchmark.promised).toEqual({ one: 'ab' });
});

test('a worker that fails is told as a problem, and another run may do better', async () => {
  let broken = true;
  const benchmark = new Benchmark(
    makeCalls([], () => {
      if (broken) throw new Error('the worker could not be started');
      return 20;
    }),
  );
  await benchmark.run();
  expect([benchmark.problem, benchmark.running]).toEqual(['the worker could not be started', false]);
  broken = false;
  await benchmark.run();
  expect([benchmark.problem, benchmark.rounds]).toEqual([undefined, ROUNDS]);
});

test('a second run does not start while one is under way', async () => {
  const asked: string[] = [];
  const benchmark = new Benchmark(makeCalls(asked));
  await Promise.all([benchmark.run(), benchmark.run()]);
  expect(asked).toHaveLength(2 * (ROUNDS + 1));
});

test('a kernel’s speed is the median of its rounds', () => {
  const result = { kernel: 'script' as const, digests: {}, times: [30, 10, 20, 90, 15] };
  expect(speedRow(result)).toEqual({
    nanoseconds: 20,
    fastest: 10,
    slowest: 90,
    trialsPerSecond: 1e9 / (20 * 4800),
  });
  expect(speedRow({ ...result, times: [] })).toBeUndefined();
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153'],
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', 'Chromium 156'],
  [
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.1',
    'Edge 156',
  ],
  [
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
    'Safari 26',
  ],
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 HeadlessChrome/156.0.0.0 Safari/537.36', 'Chromium 156'],
  ['curl/8', undefined],
])('%s is %s', (userAgent, name) => {
  expect(nameBrowser(userAgent)).toBe(name);
});
