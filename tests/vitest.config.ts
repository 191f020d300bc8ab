import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { browserArgs, findBrowser } from '../scripts/find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cacheDir = `${root}node_modules/.vite-tests`;
const executablePath = findBrowser();

export default defineConfig({
  root,
  cacheDir,
  publicDir: false,
  test: {
    projects: [
      {
        root,
        cacheDir,
        publicDir: false,
        // Runes run as they do in the page: Svelte's client build, though under Node.
        plugins: [
          svelte({
            configFile: false,
            compilerOptions: { runes: true },
            dynamicCompileOptions: () => ({ generate: 'client' }),
          }),
        ],
        resolve: { conditions: ['browser', 'module', 'import', 'default'] },
        ssr: { resolve: { conditions: ['browser', 'module', 'import', 'default'] } },
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/e2e/**'],
          server: { deps: { inline: ['svelte', /\/svelte\//] } },
        },
      },
      {
        root,
        cacheDir: `${cacheDir}-browser`,
        publicDir: false,
        plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
        worker: { format: 'es' },
        test: {
          name: 'browser',
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
