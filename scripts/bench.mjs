// With the word `splits` the designs of territories alone, with `map` the frames of the map alone. Speed against the reference kernels and the waits of a reader, as Markdown tables. Ratios, nothing asserted: run it on an idle machine.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { browserContenders } from './bench/browsers.mjs';
import { measureDesigns } from './bench/designs.mjs';
import { nativeKernel } from './bench/nativeKernel.mjs';
import { turfcastPrograms, yardsticks } from './bench/programs.mjs';
import { race } from './bench/race.mjs';
import { measureMap, printMap } from './bench/map.mjs';
import { firstLoad } from './first-load.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '../shared');
const bundle = join(root, 'node_modules/.cache/bench');
const page = join(root, 'node_modules/.cache/bench-page');
const scratch = mkdtempSync(join(os.tmpdir(), 'turfcast-bench-'));
/** Load from which on others have a part in what is measured. */
const BUSY = 0.5;
/** @type {string[]} */
const leftOut = [];

// As a visitor gets it: see build.mjs.
process.env.NODE_ENV = 'production';

/** More accounts than a plan may hold, for the map alone: it is measured beyond what it is used for. */
const moreAccounts = {
  name: 'more-accounts',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} code @param {string} id */
  transform: (code, id) =>
    id.endsWith('/src/model/accountBook.ts') ? code.replace('20_000', '40_000') : undefined,
};

/** The programs of tests/bench, by the headless runner's own configuration; the page, by its own. */
async function bundleBenches() {
  const path = (/** @type {string} */ file) => join(root, file);
  await build({
    configFile: path('vite.cli.config.ts'),
    logLevel: 'error',
    build: {
      outDir: bundle,
      rollupOptions: {
        input: {
          serve: path('tests/bench/serve.ts'),
          answers: path('tests/bench/answers.ts'),
          image: path('tests/bench/image.ts'),
          splits: path('tests/bench/splits.ts'),
          mapPlans: path('tests/bench/mapPlans.ts'),
          countyPlan: path('tests/bench/countyPlan.ts'),
        },
      },
    },
  });
  await build({
    configFile: path('vite.config.ts'),
    logLevel: 'error',
    plugins: [moreAccounts],
    build: { outDir: page },
  });
}

async function printRace() {
  const bench = join(shared, 'bench');
  const inBrowsers = await browserContenders(page, bench, leftOut);
  const contenders = [
    ...yardsticks(bench, scratch, leftOut),
    ...turfcastPrograms(join(bundle, 'serve.mjs')),
    ...(await nativeKernel(join(bundle, 'image.mjs'), scratch, leftOut)),
    ...inBrowsers.contenders,
  ];
  try {
    await race(contenders);
  } finally {
    contenders.forEach((each) => each.end());
    await inBrowsers.end();
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
  print('10,000 trials of it on one worker thread, summaries included', seen.wholeRunAlone);
  print('the same on two', seen.wholeRun);
  if (seen.importing !== undefined) print(`import and calibrate ${seen.rows} opportunities`, seen.importing);
  print(
    'solve for hires, 120 seats, 12 months × 3 roles, on two worker threads: the answer',
    seen.solving.answer,
  );
  print('its frontier too', seen.solving.frontier);
  console.log(`\nTwo worker threads are ${seen.scaling.toFixed(2)} times as fast as one.`);
  console.log(
    `${seen.deals.toFixed(2)} deals per seat-month in Turfcast's runs, 1.63 in the reference kernels'.`,
  );
}

/** Where a program is, or nothing. @param {string} program */
function whereIs(program) {
  try {
    return execFileSync('which', [program], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

async function printSplits() {
  const data = join(shared, 'data/territory');
  if (!existsSync(data)) return void leftOut.push('splits: there is no ../shared/data');
  const gpmetis = whereIs('gpmetis');
  if (!gpmetis) leftOut.push('METIS: there is no gpmetis');
  const args = [join(bundle, 'splits.mjs'), data, scratch, gpmetis];
  const { rows, rebalance, two } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  const percent = (/** @type {number} */ share) => (100 * share).toFixed(2);
  console.log('\n| a split | CPU seconds | deviation % | adjusted % | in pieces | RMS km |');
  console.log('|---|---|---|---|---|---|');
  for (const { what, seconds, deviation, adjusted, pieces, km } of rows)
    console.log(
      `| ${what} | ${seconds.toFixed(2)} | ${percent(deviation)} | ${percent(adjusted)} | ${pieces} | ${km.toFixed(1)} |`,
    );
  console.log(
    `\nRebalancing 50 territories from ${percent(rebalance.from)} % to ${percent(rebalance.to)} % moves ${percent(rebalance.moved)} % of weight` +
      ` (the least flow across present borders is ${percent(rebalance.bound)} %) in ${rebalance.seconds.toFixed(2)} s.` +
      `\nTwo measures of the counties at once, into 50: ${percent(two.first)} % and ${percent(two.second)} % off, ${Math.round(two.km)} km, in ${two.seconds.toFixed(2)} s.`,
  );
  await printDesigns(data);
}

/** The same counties by the app's own controls, in its own worker. @param {string} data */
async function printDesigns(data) {
  const file = join(scratch, 'counties-weighed.json');
  execFileSync(process.execPath, [join(bundle, 'countyPlan.mjs'), data, file]);
  console.log(
    '\n| in the app, Chromium | CPU seconds | start to answer | deviation % | in pieces | RMS km |',
  );
  console.log('|---|---|---|---|---|---|');
  for (const { territories, cpu, ms, measures } of await measureDesigns(page, file, 'weighed', [20, 50, 100]))
    console.log(
      `| 3,108 counties into ${territories} | ${(cpu / 1000).toFixed(2)} | ${(ms / 1000).toFixed(2)} | ${(100 * measures.maxDeviation).toFixed(2)} | ${measures.inPieces} | ${measures.rmsKm.toFixed(1)} |`,
    );
}

async function printFrames() {
  execFileSync(process.execPath, [join(bundle, 'mapPlans.mjs'), scratch]);
  printMap(await measureMap(page, scratch, ['counties', 'points20k', 'points33k']));
}

function printFirstLoad() {
  const bytes = firstLoad(page).reduce((sum, each) => sum + each.bytes, 0);
  console.log(`${(bytes / 1000).toFixed(1)} kB of gzipped script on the first load.`);
}

try {
  const cores = os.cpus();
  const [load = 0] = os.loadavg();
  console.log(
    `${cores.length} × ${cores[0]?.model.trim()}, ${os.type()} ${os.arch()}, Node ${process.version}`,
  );
  if (load > BUSY) console.log(`The machine is busy (load ${load.toFixed(1)}): the times are not its own.`);
  await bundleBenches();
  const [part] = process.argv.slice(2);
  if (part === undefined) await printRace();
  if (part === undefined) printAnswers();
  if (part === undefined) printFirstLoad();
  if (part !== 'map') await printSplits();
  if (part !== 'splits') await printFrames();
  for (const what of leftOut) console.log(`Left out: ${what}.`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
