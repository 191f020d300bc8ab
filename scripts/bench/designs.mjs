import { readFileSync } from 'node:fs';
import { withBuiltApp } from './builtApp.mjs';

/**
 * @typedef {import('../../workers/protocol').MadeSplit['measures']} Measures
 * @typedef {{ ms: number, measures: Measures }} Answer
 * @typedef {Answer & { cpu: number }} Made
 * @typedef {Window & { made: Answer[], Worker: typeof Worker }} WatchedWindow
 */

/** Smallest of so many designs, each in a worker that starts for it. */
const RUNS = 3;

/**
 * Designs territories by the built app's own controls, one attempt to one percent: milliseconds from its worker's start to its answer,
 * and of its worker's processor time, and what it made.
 * @param {string} dist @param {string} file a plan @param {string} name the plan's name @param {readonly number[]} counts territories
 * @returns {Promise<(Made & { territories: number })[]>}
 */
export function measureDesigns(dist, file, name, counts) {
  return withBuiltApp(dist, async (openMap, browser) => {
    const page = await openMap(readFileSync(file, 'utf8'), name, watchWorkers);
    /** @param {string} label @param {number} value */
    const fill = async (label, value) => {
      const field = page.getByRole('textbox', { name: label, exact: true });
      await field.fill(String(value));
      await field.press('Enter');
    };
    await fill('Tolerance', 1);
    await fill('Attempts', 1);
    const seen = [];
    for (const territories of counts) {
      /** @type {Made[]} */
      const all = [];
      for (let run = 0; run < RUNS; run++) {
        await fill('Territories', territories);
        await browser.startTracing(page, { categories: ['toplevel'] });
        await page.getByRole('button', { name: `Design ${territories} territories` }).click();
        await page.waitForFunction(
          () => /** @type {WatchedWindow} */ (/** @type {unknown} */ (window)).made.length > 0,
        );
        const cpu = longestOfWorkers(await browser.stopTracing());
        const answers = await page.evaluate(() =>
          /** @type {WatchedWindow} */ (/** @type {unknown} */ (window)).made.splice(0),
        );
        all.push(...answers.map((each) => ({ ...each, cpu })));
        // The forecast that follows is no part of the next design.
        await page.waitForTimeout(4000);
      }
      seen.push({ territories, ...all.reduce((best, each) => (each.cpu < best.cpu ? each : best)) });
    }
    return seen;
  });
}

/** Runs in the page: notes what every worker that designs splits answers, and when. */
function watchWorkers() {
  const own = /** @type {WatchedWindow} */ (/** @type {unknown} */ (window));
  own.made = [];
  own.Worker = class extends Worker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      if (!String(url).includes('split.worker')) return;
      const start = performance.now();
      this.addEventListener('message', ({ data }) => {
        const measures = data.value?.measures;
        if (measures) own.made.push({ ms: performance.now() - start, measures });
      });
    }
  };
}

/**
 * Milliseconds of processor time of the longest task that a worker had: a design is one.
 * @param {Buffer} trace
 */
function longestOfWorkers(trace) {
  /** @type {readonly { name: string, pid: number, tid: number, tdur?: number, args?: { name?: string } }[]} */
  const events = JSON.parse(trace.toString()).traceEvents;
  const workers = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name?.startsWith('DedicatedWorker'))
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ pid, tid }) => workers.has(`${pid} ${tid}`));
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
