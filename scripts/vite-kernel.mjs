import { fileURLToPath } from 'node:url';
import { compileKernel } from './compile-kernel.mjs';

const NAME = 'virtual:turfcast-kernel';
const ENTRY = fileURLToPath(new URL('../src/sim/kernel/kernel.ts', import.meta.url));

/**
 * Serves `virtual:turfcast-kernel`, whose default export is the bytes of the compiled simulation kernel. Compiled when
 * it is first imported; inside the script rather than beside it, so that a worker has it at once, on any host and offline.
 * @param {{ entry?: string }} [options] the kernel's entry file, the app's own unless told
 * @returns {import('vite').Plugin}
 */
export function kernel({ entry = ENTRY } = {}) {
  return {
    name: 'turfcast:kernel',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const { bytes, files } = await compileKernel(entry);
      for (const file of files) this.addWatchFile(file);
      const text = Buffer.from(bytes).toString('base64');
      return `export default Uint8Array.from(atob('${text}'), (letter) => letter.charCodeAt(0));`;
    },
  };
}
