import { HEADER_ADDRESS } from '../src/sim/imageBuilder';
import type { RunInput } from '../src/sim/compilePlan';
import { layOut, type Kernel } from '../src/sim/kernelHost';

const PAGE = 65_536;

/** The kernel compiled; throws where the host has no WebAssembly or refuses to compile here. */
export function makeWasmKernel(bytes: Uint8Array<ArrayBuffer>): Kernel {
  const memory = new WebAssembly.Memory({ initial: 32 });
  const abort = () => {
    throw new Error('the kernel stopped');
  };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory, abort } });
  const run = instance.exports['runTrials'] as (header: number, first: number, trials: number) => void;
  let loaded: RunInput | undefined;
  return {
    kind: 'wasm',
    get buffer() {
      return memory.buffer;
    },
    load(input) {
      if (loaded === input) return;
      const missing = input.image.size - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      layOut(input, memory.buffer);
      loaded = input;
    },
    run(first, trials) {
      run(HEADER_ADDRESS, first, trials);
    },
  };
}
