// Builds the app into dist and the headless runner into dist/cli.
import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// Whatever the shell says: a development build has no service worker.
process.env.NODE_ENV = 'production';

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));

try {
  // In this order: the first empties dist.
  await build({ configFile: path('../vite.config.ts'), logLevel: 'warn' });
  await build({ configFile: path('../vite.cli.config.ts'), logLevel: 'warn' });
  chmodSync(path('../dist/cli/turfcast.mjs'), 0o755);
} catch (error) {
  console.error(`The build failed: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
