import type { BenchmarkWorker, KernelKind } from '../../workers/protocol';

/** The benchmark worker as it is called from afar. */
export type BenchmarkCalls = {
  readonly [Name in keyof BenchmarkWorker]: (
    ...args: Parameters<BenchmarkWorker[Name]>
  ) => Promise<ReturnType<BenchmarkWorker[Name]>>;
};

export interface KernelResult {
  readonly kernel: KernelKind;
  /** Digests of the golden plans, by plan. */
  readonly digests: Readonly<Record<string, string>>;
  /** Nanoseconds per seat-month, by round. */
  readonly times: readonly number[];
}

export const ROUNDS = 9;
/** Trials a round: some tenths of a second at most, and enough that a clock of whole milliseconds does not matter. */
const TRIALS = 640;

/**
 * The benchmark of this browser: first the digests of every kernel, then their speed in rounds, in which the kernels take
 * turns, so that a busy moment of the machine falls on all of them.
 */
export class Benchmark {
  #results = $state.raw<readonly KernelResult[]>([]);
  #promised = $state.raw<Readonly<Record<string, string>>>({});
  #running = $state(false);
  #problem = $state<string>();
  readonly #calls: BenchmarkCalls;

  constructor(calls: BenchmarkCalls) {
    this.#calls = calls;
  }

  get results(): readonly KernelResult[] {
    return this.#results;
  }

  /** The digests that this version of the engine has promised, by plan. */
  get promised(): Readonly<Record<string, string>> {
    return this.#promised;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Rounds that every kernel has finished. */
  get rounds(): number {
    return Math.min(...this.#results.map(({ times }) => times.length), ROUNDS);
  }

  /** Why there is no result, if something went wrong. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Measures from the beginning. Does nothing while it runs. Never rejects. */
  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.#problem = undefined;
    this.#results = [];
    try {
      this.#promised = await this.#calls.promised();
      const results: KernelResult[] = [];
      for (const kernel of await this.#calls.kernels())
        results.push({ kernel, digests: await this.#calls.digests(kernel), times: [] });
      this.#results = results;
      // The digests have warmed up every loop; the stopwatch's own plan is compiled now.
      for (const { kernel } of this.#results) await this.#calls.measure(kernel, TRIALS);
      for (let round = 0; round < ROUNDS; round++)
        for (const { kernel } of this.#results) this.#add(kernel, await this.#calls.measure(kernel, TRIALS));
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    }
    this.#running = false;
  }

  #add(kernel: KernelKind, time: number): void {
    this.#results = this.#results.map((result) =>
      result.kernel === kernel ? { ...result, times: [...result.times, time] } : result,
    );
  }
}
