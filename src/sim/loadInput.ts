import type { RunInput } from './compilePlan';
import { HEADER_ADDRESS } from './imageBuilder';
import type { Kernel } from './kernelHost';

const loaded = new WeakMap<Kernel, RunInput>();

/** Lays a compiled plan out in the kernel's memory, unless it is what was laid out there last. */
export function loadInput(kernel: Kernel, input: RunInput): void {
  if (loaded.get(kernel) === input) return;
  const { size, constants } = input.image;
  kernel.grow(size);
  new Uint8Array(kernel.memory).set(constants, HEADER_ADDRESS);
  loaded.set(kernel, input);
}

/** A section of the outputs, by its slot in the header; of use until the kernel's memory grows. */
export const outputAt = (input: RunInput, slot: number): number => input.image.header[slot] ?? 0;
