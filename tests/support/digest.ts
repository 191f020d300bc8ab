import { parsePlan } from '../../src/model/parsePlan';
import type { Plan } from '../../src/model/plan';
import { makeSamplePlans } from '../../src/model/samples';
import { compilePlan } from '../../src/sim/compilePlan';
import type { BlockOutcome } from '../../src/sim/outcome';
import { BLOCK_TRIALS } from '../../src/sim/outcome';
import { runBlock } from '../../src/sim/runBlock';
import { makeStandardPlan } from '../bench/standardPlan';
import oneSeat from '../fixtures/one-seat.json';

/** The plans whose bytes are held, by name, and how many blocks of each. */
export function goldenPlans(): readonly {
  readonly name: string;
  readonly plan: Plan;
  readonly blocks: number;
}[] {
  const parsed = parsePlan(oneSeat);
  if (!parsed.ok)
    throw new Error(`the fixture must parse, got ${parsed.problems[0]?.message ?? 'no reason'}`);
  return [
    { name: 'one-seat', plan: parsed.value, blocks: 16 },
    ...makeSamplePlans().map((plan) => ({ name: plan.id, plan, blocks: 4 })),
    { name: 'standard', plan: makeStandardPlan(), blocks: 2 },
  ];
}

/** Every array of every outcome, byte by byte, as an FNV-1a hash of 64 bits: equal digests are equal results. */
export function digestOf(outcomes: readonly BlockOutcome[]): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const outcome of outcomes)
    for (const array of Object.values(outcome)) {
      if (typeof array === 'number') continue;
      for (const byte of new Uint8Array(array.buffer)) {
        low = (low ^ byte) >>> 0;
        // times 2⁴⁰ + 0x1b3, in halves of 32 bits
        const carried = low * 0x1b3;
        high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(carried / 4294967296)) >>> 0;
        low = carried >>> 0;
      }
    }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** The digests of this engine, by plan. */
export function runDigests(): Record<string, string> {
  const digests: Record<string, string> = {};
  for (const { name, plan, blocks } of goldenPlans()) {
    const input = compilePlan(plan);
    digests[name] = digestOf(
      Array.from({ length: blocks }, (_, block) => runBlock(input, block, BLOCK_TRIALS)),
    );
  }
  return digests;
}
