import type { Plan } from '../src/model/plan';
import { compilePlan } from '../src/sim/compilePlan';
import { expectOutcome } from '../src/sim/expectOutcome';
import { hasExactMean } from '../src/sim/hasExactMean';
import type { Kernel } from '../src/sim/kernelHost';
import { replayTrial } from '../src/sim/replayTrial';
import { runBlock } from '../src/sim/runBlock';
import { runRows } from '../src/sim/runRows';
import { isComplete } from '../src/stats/isComplete';
import { summarise } from '../src/stats/summarise';
import type { SimulationWorker } from './protocol';

/** Seats × months² up to which the exact means cost no more than some 100 ms. */
const EXACT_AT_ONCE = 1_000_000;

const exactIsQuick = ({ seats, calendar }: Plan) => seats.length * calendar.months ** 2 <= EXACT_AT_ONCE;

const exactMeans = (plan: Plan) =>
  exactIsQuick(plan) && hasExactMean(plan) ? expectOutcome(plan).bookings : undefined;

/**
 * What a simulation worker does, without the worker: the same service answers in a browser's worker,
 * in a thread of Node and on the calling thread. Asking for a plan that is not prepared is a bug and throws.
 */
export function makeSimulationService(kernel: Kernel): SimulationWorker {
  let prepared: { key: number; plan: Plan; input: ReturnType<typeof compilePlan> } | undefined;
  let sampled: { key: number; input: ReturnType<typeof compilePlan> } | undefined;

  function preparedAs(key: number) {
    if (prepared?.key === key) return prepared;
    throw new Error(`plan must be prepared before it is run, got key ${key}`);
  }

  return {
    prepare(key, plan) {
      prepared = { key, plan, input: compilePlan(plan) };
    },
    runBlock: (key, block, trials) => runBlock(kernel, preparedAs(key).input, block, trials),
    sample(key, plan, first, trials, anew = []) {
      if (sampled?.key !== key) sampled = { key, input: compilePlan(plan, { planAlone: true, anew }) };
      return runRows(kernel, sampled.input, first, trials);
    },
    replay: (plan, trial) => replayTrial(kernel, plan, trial),
    summarise(key, totals) {
      const { plan } = preparedAs(key);
      return summarise(plan, totals, isComplete(plan, totals) ? exactMeans(plan) : undefined);
    },
  };
}
