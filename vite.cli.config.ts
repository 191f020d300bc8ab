import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { kernel } from './scripts/vite-kernel.mjs';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The headless runner: two files that need Node and nothing else, so every package is bundled. */
export default defineConfig({
  root: path('.'),
  publicDir: false,
  cacheDir: path('node_modules/.vite-cli'),
  plugins: [kernel()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: path('dist/cli'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: {
        turfcast: path('src/cli/turfcast.ts'),
        'simulation.thread': path('src/cli/simulation.thread.ts'),
      },
      output: {
        format: 'es',
        entryFileNames: '[name].mjs',
        chunkFileNames: '[name]-[hash].mjs',
        banner: (chunk) => (chunk.name === 'turfcast' ? '#!/usr/bin/env node' : ''),
      },
    },
  },
});
