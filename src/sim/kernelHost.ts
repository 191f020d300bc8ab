import { HEADER_ADDRESS } from './imageBuilder';
import { runTrials } from './kernel/kernel';
import { attachMemory } from './kernel/memory';
import type { RunInput } from './compilePlan';

/**
 * What runs trials. The script is the specification: the kernel's own source, run as it is. WebAssembly is the same
 * source compiled, and gives the same bits faster.
 */
export interface Kernel {
  readonly kind: 'wasm' | 'script';
  /** Makes room for the plan and lays it out, unless it is laid out already. */
  load(input: RunInput): void;
  /** The memory as it is now; `load` may replace it. */
  readonly buffer: ArrayBuffer;
  /** Runs trials of the plan that was loaded last, adding to its outputs. */
  run(first: number, trials: number): void;
}

/** Copies a plan's constants to where the kernel looks for them. */
export function layOut(input: RunInput, buffer: ArrayBuffer): void {
  new Uint8Array(buffer).set(input.image.constants, HEADER_ADDRESS);
}

/** The kernel as it is written, on memory of its own. */
export function makeScriptKernel(): Kernel {
  let buffer = new ArrayBuffer(0);
  let loaded: RunInput | undefined;
  return {
    kind: 'script',
    get buffer() {
      return buffer;
    },
    load(input) {
      if (loaded === input) return;
      // whole megabytes, so that edits of a plan find room in the memory there is
      if (buffer.byteLength < input.image.size)
        buffer = new ArrayBuffer(Math.ceil(input.image.size / 1_048_576) * 1_048_576);
      layOut(input, buffer);
      loaded = input;
    },
    run(first, trials) {
      attachMemory(buffer);
      runTrials(HEADER_ADDRESS, first, trials);
    },
  };
}
