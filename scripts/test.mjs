// npm test: every check there is; a failing one does not keep the rest from running.
// Ends with one line, "N passed, N failed", which counts every test and every other check as one.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NO_FIREFOX, ensureBrowser, ensureFirefox } from './find-browser.mjs';
import { FIRST_LOAD_LIMIT, firstLoad } from './first-load.mjs';
import { DIST, HOST } from './serve.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'turfcast-test-'));
/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env };
const total = { passed: 0, failed: 0, skipped: 0 };

/** @typedef {{ ok: boolean, words: string }} Outcome whether it went well, and what it said */

/**
 * A program whose words are kept.
 * @param {string} program path of a program of node_modules, or of our own
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, program), ...args], { cwd: ROOT, env });
    let words = '';
    for (const output of [child.stdout, child.stderr])
      output.setEncoding('utf8').on('data', (/** @type {string} */ text) => (words += text));
    child.on('error', (error) => resolve({ ok: false, words: `${words}${error}` }));
    child.on('close', (code) => resolve({ ok: code === 0, words }));
  });
}

/**
 * One check that counts as one.
 * @param {string} name
 * @param {() => Outcome | Promise<Outcome>} work
 */
async function check(name, work) {
  const start = Date.now();
  /** @type {Outcome} */
  let result;
  try {
    result = await work();
  } catch (error) {
    result = { ok: false, words: String(error) };
  }
  total[result.ok ? 'passed' : 'failed'] += 1;
  console.log(`${result.ok ? 'passed' : 'FAILED'}  ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (!result.ok) console.log(`\n${result.words.trim()}\n`);
}

/**
 * Checks that do not answer to one another, as many at once as there are processors but one.
 * @param {[name: string, work: () => Promise<Outcome>][]} checks
 */
async function checkTogether(checks) {
  const waiting = [...checks];
  const next = async () => {
    for (let each = waiting.shift(); each; each = waiting.shift()) await check(...each);
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, next));
}

/**
 * A run of tests, each of which counts. A run that ends badly without a failed test (a file that does not load, an
 * error outside every test) is a failure too.
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @param {string} report the JSON file the run writes
 * @param {(report: any) => { passed: number, failed: number, skipped: number }} count
 */
async function suite(name, program, args, report, count) {
  console.log(`\n${name}`);
  const child = spawn(process.execPath, [join(ROOT, program), ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ok = await new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === 0));
  });
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = count(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    console.log(`${name} left no report: ${error}`);
    counts.failed = 1;
  }
  if (!ok && counts.failed === 0) counts.failed = 1;
  if (ok && counts.passed === 0) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

await check('browser', () => {
  env.CHROME_PATH = ensureBrowser();
  console.log(`Browser: ${env.CHROME_PATH}`);
  return { ok: true, words: '' };
});
await check('a second browser, if there is one to be had', () => {
  env.FIREFOX_PATH = ensureFirefox();
  console.log(env.FIREFOX_PATH ? `Firefox: ${env.FIREFOX_PATH}` : `Its tests are skipped: ${NO_FIREFOX}`);
  return { ok: true, words: '' };
});
const TSC = 'node_modules/typescript/bin/tsc';
// It takes as long as all the other checks: the first tests run beside it.
const lint = check('lint', () =>
  run('node_modules/eslint/bin/eslint.js', [
    '--config',
    'tests/eslint.config.js',
    '--max-warnings',
    '0',
    '.',
  ]),
);
await checkTogether([
  // Also of every TypeScript and JavaScript file; unlike tsc it sees into components.
  [
    'types',
    () =>
      run('node_modules/svelte-check/bin/svelte-check', [
        '--tsconfig',
        'tsconfig.json',
        '--fail-on-warnings',
      ]),
  ],
  ['format', () => run('node_modules/prettier/bin/prettier.cjs', ['--check', '.'])],
  ['build', () => run('scripts/build.mjs', [])],
  ['types of the core, without the DOM', () => run(TSC, ['--noEmit', '-p', 'tsconfig.core.json'])],
  ['types of the service worker', () => run(TSC, ['--noEmit', '-p', 'tsconfig.serviceWorker.json'])],
]);
await check('first load', () => {
  const scripts = firstLoad(DIST);
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  const list = scripts.map((script) => `${script.file} ${script.bytes}`).join('\n');
  console.log(
    `First load: ${(bytes / 1000).toFixed(1)} kB of gzipped script, limit ${FIRST_LOAD_LIMIT / 1000}`,
  );
  return { ok: bytes < FIRST_LOAD_LIMIT, words: list };
});

const unit = join(reports, 'unit.json');
await suite(
  'Unit and property tests, in Node and in the browser',
  'node_modules/vitest/vitest.mjs',
  [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unit}`,
  ],
  unit,
  (report) => ({
    passed: report.numPassedTests,
    // A file that does not load has failed without any test of its own.
    failed:
      report.numFailedTests +
      report.testResults.filter(
        (/** @type {any} */ file) =>
          file.status === 'failed' &&
          file.assertionResults.every((/** @type {any} */ t) => t.status !== 'failed'),
      ).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
);

await lint;
env.TURFCAST_E2E_PORT = String(await freePort());
env.PLAYWRIGHT_JSON_OUTPUT_NAME = join(reports, 'e2e.json');
await suite(
  'End-to-end tests, on the built app',
  'node_modules/@playwright/test/cli.js',
  ['test', '--config', 'tests/playwright.config.ts'],
  env.PLAYWRIGHT_JSON_OUTPUT_NAME,
  ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }),
);

rmSync(reports, { recursive: true, force: true });
if (total.skipped > 0)
  console.log(`\n${total.skipped} skipped (they say why above, or miss data kept elsewhere)`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, HOST, () => {
      const address = probe.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
