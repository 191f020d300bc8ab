import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './scripts/vite-content-security-policy.mjs';
import { kernel } from './scripts/vite-kernel.mjs';
import { offline } from './scripts/vite-offline.mjs';
import { zips } from './scripts/vite-zips.mjs';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path('src'),
  publicDir: path('static'),
  cacheDir: path('node_modules/.vite'),
  // Relative addresses: the build runs under any path of any host.
  base: './',
  plugins: [
    svelte({ configFile: false, compilerOptions: { runes: true } }),
    contentSecurityPolicy(),
    kernel(),
    offline(path('src/serviceWorker.ts')),
  ],
  worker: {
    format: 'es',
    plugins: () => [kernel(), zips()],
    // a country's regions are kept when they are first used: see scripts/vite-offline.mjs
    rollupOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId }) =>
          `assets/${facadeModuleId?.includes('/areas/regions/') ? 'regions/' : ''}[name]-[hash].js`,
      },
    },
  },
  build: {
    outDir: path('dist'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    rollupOptions: { input: [path('src/index.html'), path('src/benchmark.html')] },
  },
  server: { host: '127.0.0.1', port: 17482, strictPort: true, fs: { allow: [path('.')] } },
});
