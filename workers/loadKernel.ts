import compiled from 'virtual:turfcast-kernel';
import { makeScriptKernel, makeWasmKernel, type Kernel } from '../src/sim/kernelHost';

/** The fastest kernel there is in this host: the compiled one, or where that is refused its script, which is fetched only then. */
export async function loadKernel(): Promise<Kernel> {
  try {
    return makeWasmKernel(compiled);
  } catch {
    const { runTrials } = await import('../src/sim/kernel/kernel');
    return makeScriptKernel({ runTrials });
  }
}
