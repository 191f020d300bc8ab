import type { Problem, Result } from '../../src/model/problem';
import type { Plan } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { money, periodId, planId } from '../../src/model/units';
import type { ImportRequest, ImportRunner } from '../../src/runner/importRunner';
import { makeInProcessRunner } from '../../src/runner/inProcessRunner';
import type { ReplayOptions, RunOptions, Runner, SampleOptions } from '../../src/runner/runner';
import type { PlanExchange } from '../../src/state/planExchange';
import { Session } from '../../src/state/session.svelte';
import type { Replay } from '../../src/sim/replay';
import { makeLevels } from '../../src/stats/makeLevels';
import { makeRunTotals } from '../../src/stats/mergeOutcomes';
import type { PlanSample } from '../../src/stats/planSample';
import type { Distribution, RunSummary } from '../../src/stats/summary';
import { makePlanStore } from '../../src/storage/makePlanStore';
import { memoryDatabase } from '../../src/storage/memoryDatabase';
import type { ChangeListener } from '../../src/storage/planChanges';
import type { PlanStore, SaveOptions, SaveOutcome } from '../../src/storage/planStore';
import type { ImportAnswer } from '../../workers/protocol';
import { bestKernel } from '../../workers/kernels';
import { makeSimulationService } from '../../workers/simulationService';

/** Lets every promise that waits for nothing else settle, with real or fake timers. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 400; turn++) await Promise.resolve();
}

/** A small plan, frozen through and through. */
export function testPlan(id = 'plan-a', name = 'Plan A'): Plan {
  return freeze({ ...makeStartUpSample(), id: planId(id), name });
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

export const rename =
  (name: string) =>
  (plan: Plan): Plan => ({ ...plan, name });

export const full: readonly Problem[] = [
  { code: 'storage-full', path: '', message: 'Plans cannot be saved: the storage of this device is full.' },
];

/** The store of one tab, whose saves can be refused or held up. */
export interface TestStore extends PlanStore {
  /** Saves are refused with these problems until they are undefined again. */
  refusal: readonly Problem[] | undefined;
  /** Saves wait until the function that it returns is called. */
  hold(): () => void;
  /** How saves were asked for, in order. */
  readonly saves: { readonly plan: Plan; readonly options: SaveOptions }[];
}

/** Tabs of one browser on one store; what one saves is announced to the others. */
export function openTabs(count: number): TestStore[] {
  const database = memoryDatabase();
  const listeners: Set<ChangeListener>[] = Array.from({ length: count }, () => new Set());
  let time = Date.UTC(2027, 0, 4);
  let ids = 0;
  return listeners.map((own) =>
    controlled(
      makePlanStore({
        database,
        now: () => new Date((time += 1000)).toISOString(),
        newId: () => planId(`came-in-${++ids}`),
        changes: {
          announce: (id, revision) => {
            for (const others of listeners)
              if (others !== own) for (const listener of others) listener(id, revision);
          },
          listen(listener) {
            own.add(listener);
            return () => own.delete(listener);
          },
          close: () => own.clear(),
        },
      }),
    ),
  );
}

export function openTab(): TestStore {
  const [store] = openTabs(1);
  if (!store) throw new Error('one tab was asked for');
  return store;
}

function controlled(store: PlanStore): TestStore {
  const saves: TestStore['saves'] = [];
  let gate: Promise<void> = Promise.resolve();
  const own: TestStore = {
    ...store,
    saves,
    refusal: undefined,
    hold() {
      let release: () => void = () => undefined;
      gate = new Promise((resolve) => (release = resolve));
      return () => release();
    },
    async save(plan, options): Promise<Result<SaveOutcome>> {
      saves.push({ plan, options });
      await gate;
      return own.refusal ? { ok: false, problems: own.refusal } : store.save(plan, options);
    },
  };
  return own;
}

const spread = (mean: number): Distribution => ({
  mean,
  standardError: 1,
  sd: 10,
  percentiles: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  intervals: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => ({ low: value - 0.5, high: value + 0.5 })),
});

export function summaryOf(plan: Plan, trials = plan.run.trials): RunSummary {
  return {
    engine: 'test',
    seed: plan.run.seed,
    trials,
    complete: trials >= plan.run.trials,
    currency: plan.currency,
    periods: [
      {
        period: periodId('FY2027'),
        kind: 'year',
        firstMonth: 0,
        endMonth: 12,
        whole: true,
        target: money(100),
        chance: { value: 0.6, standardError: 0.005 },
        bookings: spread(100),
        histogram: { start: 0, width: 1, counts: [trials] },
        nearest: { p10: 1, p50: 2, p90: 3 },
      },
    ],
    months: [],
    levels: makeLevels(plan, makeRunTotals(plan, 1)),
    drivers: [],
    leavers: spread(1),
    starters: spread(1),
  };
}

/** A run that was asked for; the test says how it goes on. */
export interface TestRun {
  readonly plan: Plan;
  readonly aborted: boolean;
  progress(summary: RunSummary): void;
  finish(result: Result<RunSummary>): void;
}

export class TestRunner implements Runner {
  readonly runs: TestRun[] = [];

  run(plan: Plan, options: RunOptions = {}): Promise<Result<RunSummary>> {
    return new Promise((finish) => {
      this.runs.push({
        plan,
        get aborted() {
          return options.signal?.aborted ?? false;
        },
        progress: (summary) => options.onProgress?.(summary),
        finish,
      });
    });
  }

  /** Samples and replays are the engine's own. */
  readonly #engine = makeInProcessRunner({
    loadService: () => makeSimulationService(bestKernel()),
    yieldToPage: () => Promise.resolve(),
  });

  sample(plan: Plan, options?: SampleOptions): Promise<Result<PlanSample>> {
    return this.#engine.sample(plan, options);
  }

  replay(plan: Plan, trial: number, options?: ReplayOptions): Promise<Result<Replay>> {
    return this.#engine.replay(plan, trial, options);
  }

  get last(): TestRun {
    const last = this.runs.at(-1);
    if (!last) throw new Error('no run was asked for');
    return last;
  }

  dispose(): void {
    this.runs.length = 0;
  }
}

/** An import that was asked for; the test says how it goes on. */
export interface TestImport {
  readonly names: readonly string[];
  readonly request: ImportRequest;
  finish(result: Result<ImportAnswer>): void;
}

export class TestImportRunner implements ImportRunner {
  readonly imports: TestImport[] = [];

  importFiles(files: readonly File[], request: ImportRequest = {}): Promise<Result<ImportAnswer>> {
    return new Promise((finish) => {
      this.imports.push({ names: files.map((file) => file.name), request, finish });
    });
  }

  get last(): TestImport {
    const last = this.imports.at(-1);
    if (!last) throw new Error('no import was asked for');
    return last;
  }
}

const exchange: PlanExchange = {
  makeLink: (plan) => Promise.resolve({ ok: true, value: `https://turfcast.test/#${plan.id}` }),
  linkLimit: 32_000,
  writeFile: (plan) => Promise.resolve({ name: `${plan.name}.json`, text: JSON.stringify(plan) }),
  readFile: () =>
    Promise.resolve({
      ok: false,
      problems: [{ code: 'foreign-file', path: '', message: 'no plan file' }],
    }),
  csv: (rows) => JSON.stringify(rows),
  workbook: (sheets) => Promise.resolve({ ok: true, value: new Blob([JSON.stringify(sheets)]) }),
};

/** A visit on that store, its first plan not yet opened. */
export function openSession(
  store: PlanStore,
  tab = 'tab',
  overrides: Partial<PlanExchange> = {},
): { readonly session: Session; readonly runner: TestRunner } {
  const runner = new TestRunner();
  let ids = 0;
  const newId = () => `${tab}-${++ids}`;
  return {
    session: new Session(
      { store, storeProblems: [], runner, exchange: { ...exchange, ...overrides }, newId },
      testPlan(),
    ),
    runner,
  };
}
