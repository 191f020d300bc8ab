import type { Plan } from '../model/plan';
import { compilePlan } from '../sim/compilePlan';
import type { Kernel } from '../sim/kernelHost';
import type { BlockOutcome } from '../sim/outcome';
import { runBlock } from '../sim/runBlock';

/** One way to run plans; every one gives the same bytes. */
export interface BenchEngine {
  readonly kind: Kernel['kind'];
  /** Compiles a plan that has been parsed; what it gives runs one fixed block of it. */
  prepare(plan: Plan): (block: number, trials: number) => BlockOutcome;
}

/** Engines on those kernels, in their order. */
export const listEngines = (kernels: readonly Kernel[]): readonly BenchEngine[] =>
  kernels.map((kernel) => ({
    kind: kernel.kind,
    prepare(plan) {
      const input = compilePlan(plan);
      return (block, trials) => runBlock(kernel, input, block, trials);
    },
  }));
