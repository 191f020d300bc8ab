import golden from '../../tests/golden/digests.json';
import { ENGINE_VERSION } from '../sim/engineVersion';
import { BLOCK_TRIALS } from '../sim/outcome';
import { digestOf } from './digestOf';
import type { BenchEngine } from './engine';
import { goldenPlans } from './goldenPlans';

/** Digests by plan. */
export type Digests = Readonly<Record<string, string>>;

/** The digests that engine gives here. */
export function runDigests(engine: BenchEngine): Digests {
  const digests: Record<string, string> = {};
  for (const { name, plan, blocks } of goldenPlans()) {
    const run = engine.prepare(plan);
    digests[name] = digestOf(Array.from({ length: blocks }, (_, block) => run(block, BLOCK_TRIALS)));
  }
  return digests;
}

/** The digests that this version of the engine has promised; none for a plan or a version that is not held yet. */
export function promisedDigests(): Digests {
  return (golden as Readonly<Record<string, Digests>>)[ENGINE_VERSION] ?? {};
}
