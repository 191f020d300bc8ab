import { attachMemory } from './kernel/memory';

/** What the kernel's entry file exports. Addresses are in bytes. */
export interface KernelFunctions {
  /** Runs trials firstTrial to firstTrial + trials − 1 of the run whose header lies at that address. */
  runTrials(header: number, firstTrial: number, trials: number): void;
}

/** A running kernel with a memory of its own. Both kinds give the same bits in the same memory. */
export interface Kernel extends KernelFunctions {
  readonly kind: 'wasm' | 'script';
  /** All of its memory, none at first. Another object after `grow`, which leaves the older one empty. */
  readonly memory: ArrayBuffer;
  /** Makes the memory that many bytes or longer; what is in it stays. Throws where there is no room for it. */
  grow(bytes: number): void;
}

/** The part of WebAssembly that is used here: the core is compiled without the types of any host. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Memory: new (size: { initial: number }) => {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  };
  readonly Instance: new (module: object, imports: object) => { readonly exports: KernelFunctions };
};

const PAGE = 65_536;
/** Addresses are signed words. */
const MOST_PAGES = 32_768;

function pagesOf(bytes: number): number {
  const pages = Math.ceil(bytes / PAGE);
  if (pages <= MOST_PAGES) return pages;
  throw new RangeError(`kernel memory must be at most ${MOST_PAGES * PAGE} bytes, got ${bytes}`);
}

/**
 * The compiled kernel. Throws where WebAssembly is missing or not allowed, and on the page's thread in browsers that
 * compile nothing there at once.
 */
export function makeWasmKernel(bytes: Uint8Array<ArrayBuffer>): Kernel {
  const memory = new WebAssembly.Memory({ initial: 0 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return {
    kind: 'wasm',
    get memory() {
      return memory.buffer;
    },
    grow(size) {
      const missing = pagesOf(size) - memory.buffer.byteLength / PAGE;
      if (missing > 0) memory.grow(missing);
    },
    runTrials: exports.runTrials,
  };
}

/** Whose memory the script's functions work on now: there is one set of them for all script kernels. */
let attached: ArrayBuffer | undefined;

/** The kernel as the script it is written in: works wherever the app does, at a fraction of the speed. */
export function makeScriptKernel(functions: KernelFunctions): Kernel {
  let memory = new ArrayBuffer(0);
  return {
    kind: 'script',
    get memory() {
      return memory;
    },
    grow(size) {
      const length = pagesOf(size) * PAGE;
      if (length <= memory.byteLength) return;
      const grown = new ArrayBuffer(length);
      new Uint8Array(grown).set(new Uint8Array(memory));
      memory = grown;
    },
    runTrials(header, firstTrial, trials) {
      if (attached !== memory) attachMemory((attached = memory));
      functions.runTrials(header, firstTrial, trials);
    },
  };
}

/** The compiled kernel where it can be had, else its script. */
export function makeKernel(bytes: Uint8Array<ArrayBuffer>, functions: KernelFunctions): Kernel {
  try {
    return makeWasmKernel(bytes);
  } catch {
    return makeScriptKernel(functions);
  }
}
