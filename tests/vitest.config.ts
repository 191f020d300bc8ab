import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { browserArgs, findBrowser } from '../scripts/find-browser.mjs';
import { kernel } from '../scripts/vite-kernel.mjs';
import { zips } from '../scripts/vite-zips.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cacheDir = `${root}node_modules/.vite-tests`;
const executablePath = findBrowser();
/** Far beyond what any test takes: a busy machine fails none, a test that hangs is still ended. */
const timeouts = { testTimeout: 300_000, hookTimeout: 300_000 };

/**
 * Svelte's entries as a browser gets them. Named one by one: under Node every other package keeps the build that
 * Node gets, and a state class still reacts as it does in the page.
 */
function svelteOfTheBrowser() {
  const folder = `${root}node_modules/svelte`;
  const { exports } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    exports: Record<string, string | { browser?: string }>;
  };
  return Object.entries(exports).flatMap(([entry, target]) =>
    typeof target === 'object' && target.browser !== undefined
      ? [{ find: new RegExp(`^svelte${entry.slice(1)}$`), replacement: `${folder}/${target.browser}` }]
      : [],
  );
}

export default defineConfig({
  root,
  cacheDir,
  publicDir: false,
  test: {
    // As many files at once as there are processors; by default one is left out.
    maxWorkers: '100%',
    projects: [
      {
        root,
        cacheDir,
        publicDir: false,
        plugins: [
          svelte({
            configFile: false,
            compilerOptions: { runes: true },
            dynamicCompileOptions: () => ({ generate: 'client' }),
          }),
          kernel(),
          zips(),
        ],
        resolve: { alias: svelteOfTheBrowser() },
        test: {
          name: 'node',
          environment: 'node',
          ...timeouts,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/e2e/**'],
          server: { deps: { inline: ['svelte', /\/svelte\//] } },
        },
      },
      {
        root,
        cacheDir: `${cacheDir}-browser`,
        publicDir: false,
        plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), kernel(), zips()],
        worker: { format: 'es', plugins: () => [kernel(), zips()] },
        // A package first met in the middle of a run would reload the page under its tests.
        optimizeDeps: {
          include: [
            ...[
              '@tanstack/virtual-core',
              'axe-core',
              'comlink',
              'd3-array',
              'd3-dsv',
              'd3-scale',
              'd3-shape',
            ],
            ...['fast-check', 'idb', 'papaparse', 'read-excel-file/universal', 'valibot'],
            ...['@noble/hashes/sha2.js', '@noble/hashes/utils.js'],
          ],
        },
        test: {
          name: 'browser',
          ...timeouts,
          include: ['tests/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: browserArgs,
                ...(executablePath === undefined ? {} : { executablePath }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
