import type { Plan } from '../src/model/plan';
import { compilePlan } from '../src/sim/compilePlan';
import { runBlock } from '../src/sim/runBlock';
import { summarise } from '../src/stats/summarise';
import type { SimulationWorker } from './protocol';

/**
 * What a simulation worker does, without the worker: the same service answers in a browser's worker,
 * in a thread of Node and on the calling thread. Asking for a plan that is not prepared is a bug and throws.
 */
export function makeSimulationService(): SimulationWorker {
  let prepared: { key: number; plan: Plan; input: ReturnType<typeof compilePlan> } | undefined;

  function preparedAs(key: number) {
    if (prepared?.key === key) return prepared;
    throw new Error(`plan must be prepared before it is run, got key ${key}`);
  }

  return {
    prepare(key, plan) {
      prepared = { key, plan, input: compilePlan(plan) };
    },
    runBlock: (key, block, trials) => runBlock(preparedAs(key).input, block, trials),
    summarise: (key, totals) => summarise(preparedAs(key).plan, totals),
  };
}
