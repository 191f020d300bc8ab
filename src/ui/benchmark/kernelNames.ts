import type { KernelResult } from '../../state/benchmark.svelte';

export const KERNEL_NAMES: Readonly<Record<KernelResult['kernel'], string>> = {
  wasm: 'WebAssembly',
  script: 'JavaScript',
};
