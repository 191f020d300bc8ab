import compiled from 'virtual:turfcast-kernel';
import { runTrials } from '../src/sim/kernel/kernel';
import { makeKernel, makeScriptKernel, makeWasmKernel, type Kernel } from '../src/sim/kernelHost';

/** The fastest kernel there is in this host. */
export const bestKernel = (): Kernel => makeKernel(compiled, { runTrials });

/** All kernels that run in this host, the fastest first: each gives the same bits. */
export function listKernels(): Kernel[] {
  const script = makeScriptKernel({ runTrials });
  try {
    return [makeWasmKernel(compiled), script];
  } catch {
    return [script];
  }
}
