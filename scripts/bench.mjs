// Speed against the reference kernels and the waits of a reader, as a Markdown table. Ratios, nothing asserted: run it on an idle machine.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { firstLoad } from './first-load.mjs';
import { kernel } from './vite-kernel.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '../shared');
const bundle = join(root, 'node_modules/.cache/bench');
const scratch = mkdtempSync(join(os.tmpdir(), 'turfcast-bench-'));
const ROUNDS = 15;
/** @type {string[]} */
const leftOut = [];

/** @param {string} command @param {string[]} args */
function works(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function bundleBenches() {
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    plugins: [kernel()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: bundle,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: {
          serve: join(root, 'tests/bench/serve.ts'),
          answers: join(root, 'tests/bench/answers.ts'),
          'simulation.thread': join(root, 'src/cli/simulation.thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  });
}

/**
 * A child that answers each line, a number of trials, with a line of nanoseconds per seat-month.
 * @typedef {{ name: string, trials: number, ask: () => Promise<number>, end: () => void }} Contender
 * @param {string} name @param {number} trials @param {string} command @param {string[]} args
 * @returns {Contender}
 */
function makeContender(name, trials, command, args) {
  const child = spawn(command, args, {
    env: { ...process.env, TABLES: join(scratch, 'tables.bin') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async () => {
    child.stdin.write(`${trials}\n`);
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended without an answer`);
      if (/^[0-9.]+$/.test(value)) return Number(value);
    }
  };
  return { name, trials, ask, end: () => child.kill() };
}

function makeContenders() {
  const bench = join(shared, 'bench');
  const contenders = [makeContender('Turfcast', 640, process.execPath, [join(bundle, 'serve.mjs'), 'script'])];
  if (!existsSync(bench)) {
    leftOut.push('the reference kernels: there is no ../shared/bench');
    return contenders;
  }
  if (works('gcc', ['--version'])) {
    execFileSync(process.execPath, [join(bench, 'make-tables.mjs'), join(scratch, 'tables.bin')]);
    const flags = ['-O3', '-march=native', '-ffp-contract=off', '-DKH="kernel.h"'];
    const native = join(scratch, 'native');
    execFileSync('gcc', [...flags, '-o', native, join(bench, 'reference.c'), '-lm'], { stdio: 'ignore' });
    contenders.unshift(makeContender('native C, scalar', 1600, native, []));
  } else leftOut.push('native C: there is no gcc');
  contenders.push(makeContender('naive JavaScript', 60, process.execPath, [join(bench, 'naive-serve.mjs')]));
  if (works('python3', ['-c', 'import numpy']))
    contenders.push(makeContender('numpy', 100, 'python3', [join(bench, 'numpy_reference.py'), 'serve']));
  else leftOut.push('numpy: python3 cannot import it');
  return contenders;
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The contenders take turns, so that a busy moment of the machine falls on all of them. @param {Contender[]} contenders */
async function race(contenders) {
  for (const each of contenders) await each.ask();
  /** @type {Map<string, number[]>} */
  const times = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const each of contenders) times.get(each.name)?.push(await each.ask());
  contenders.forEach((each) => each.end());
  const ours = times.get('Turfcast') ?? [];
  console.log('| one thread, standard workload | ns per seat-month | speed of Turfcast against it |');
  console.log('|---|---|---|');
  for (const [name, list] of times) {
    const ratio = median(list.map((time, round) => time / (ours[round] ?? NaN)));
    console.log(`| ${name} | ${median(list).toFixed(1)} | ${ratio.toFixed(2)} |`);
  }
}

function crmFiles() {
  const files = ['sales_pipeline', 'sales_teams', 'products'].map((name) =>
    join(shared, `data/crm/maven/${name}.csv`),
  );
  if (files.every((file) => existsSync(file))) return files;
  leftOut.push('the import: there is no ../shared/data');
  return [];
}

function printAnswers() {
  const args = [join(bundle, 'answers.mjs'), join(bundle, 'simulation.thread.mjs'), ...crmFiles()];
  const seen = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  console.log('\n| a wait | milliseconds, median |\n|---|---|');
  /** @param {string} what @param {number} time */
  const print = (what, time) => console.log(`| ${what} | ${time.toFixed(1)} |`);
  print('edit to first answer, 200 seats × 24 months: compile, 64 trials, summarise', seen.firstAnswer);
  if (seen.firstPicture !== undefined) print('the same through two warm worker threads', seen.firstPicture);
  print('10,000 trials of it on two worker threads, summaries included', seen.wholeRun);
  if (seen.importing !== undefined) print(`import and calibrate ${seen.rows} opportunities`, seen.importing);
  console.log(
    `\n${seen.deals.toFixed(2)} deals per seat-month in Turfcast's runs, 1.63 in the reference kernels'.`,
  );
}

function printFirstLoad() {
  if (!existsSync(join(root, 'dist/.vite/manifest.json'))) {
    leftOut.push('the first load: there is no build in dist (npm run build)');
    return;
  }
  const bytes = firstLoad(join(root, 'dist')).reduce((sum, each) => sum + each.bytes, 0);
  console.log(`${(bytes / 1000).toFixed(1)} kB of gzipped script on the first load.`);
}

try {
  await bundleBenches();
  const cores = os.cpus();
  console.log(`${cores.length} × ${cores[0]?.model.trim()}, Node ${process.version}, ${ROUNDS} rounds\n`);
  await race(makeContenders());
  printAnswers();
  printFirstLoad();
  for (const what of leftOut) console.log(`Left out: ${what}.`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
