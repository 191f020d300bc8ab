import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, firefox } from 'playwright';
import { browserArgs, findBrowser, findFirefox } from '../find-browser.mjs';
import { HOST, serve } from '../serve.mjs';

/**
 * @typedef {import('./race.mjs').Contender} Contender
 * @typedef {import('../../src/state/benchmark.svelte').BenchmarkCalls} BenchmarkCalls
 * @typedef {Window & { turfcastBenchmark: BenchmarkCalls, naive: (trials: number) => void }} BenchmarkWindow
 */

/**
 * Turfcast in each browser of this machine, a contender for each kernel, on the benchmark page of that build; beside it
 * the naive kernel, where the reference kernels are there.
 * @param {string} dist @param {string} bench the folder of the reference kernels @param {string[]} leftOut
 * @returns {Promise<{ contenders: Contender[], end: () => Promise<void> }>}
 */
export async function browserContenders(dist, bench, leftOut) {
  const server = await serve({ folder: dist, port: 0 });
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  /** @type {import('playwright').Browser[]} */
  const browsers = [];
  /** @type {Contender[]} */
  const contenders = [];
  for (const [name, path, launch] of launchers()) {
    if (path === undefined) {
      leftOut.push(`${name}: there is none`);
      continue;
    }
    try {
      const browser = await launch(path);
      browsers.push(browser);
      const page = await browser.newPage();
      await page.goto(`http://${HOST}:${port}/benchmark.html`);
      await page.getByText(/^Measured in/).waitFor({ timeout: 120_000 });
      const engine = `${name} ${browser.version().split('.')[0]}`;
      contenders.push(...(await kernelContenders(page, engine)));
      if (existsSync(bench)) contenders.push(await naiveContender(page, engine, bench));
    } catch (error) {
      leftOut.push(`${name}: ${error instanceof Error ? error.message.split(/\.?\n|\.$/)[0] : error}`);
    }
  }
  const end = async () => {
    for (const browser of browsers) await browser.close();
    server.close();
    server.closeAllConnections();
  };
  return { contenders, end };
}

/** @returns {[string, string | undefined, (path: string) => Promise<import('playwright').Browser>][]} */
function launchers() {
  return [
    ['Chromium', findBrowser(), (executablePath) => chromium.launch({ executablePath, args: browserArgs })],
    [
      'Firefox',
      findFirefox(),
      (executablePath) => firefox.launch({ channel: 'moz-firefox', executablePath }),
    ],
  ];
}

/** @param {import('playwright').Page} page @param {string} engine @returns {Promise<Contender[]>} */
async function kernelContenders(page, engine) {
  const kinds = await page.evaluate(() =>
    /** @type {BenchmarkWindow} */ (/** @type {unknown} */ (window)).turfcastBenchmark.kernels(),
  );
  return kinds.map((kind) => ({
    name: `Turfcast, ${kind}, ${engine}`,
    engine,
    trials: 1280,
    ask: (trials) =>
      page.evaluate(
        (asked) =>
          /** @type {BenchmarkWindow} */ (/** @type {unknown} */ (window)).turfcastBenchmark.measure(
            asked.kind,
            asked.trials,
          ),
        { kind, trials },
      ),
    end: () => undefined,
  }));
}

/**
 * The naive kernel of the reference kernels, which is one function that needs nothing around it.
 * @param {import('playwright').Page} page @param {string} engine @param {string} bench
 * @returns {Promise<Contender>}
 */
async function naiveContender(page, engine, bench) {
  const { makeNaive } = await import(pathToFileURL(join(bench, 'naive.mjs')).href);
  const model = JSON.parse(readFileSync(join(bench, 'model.json'), 'utf8'));
  await page.evaluate(`window.naive = (${makeNaive})(${JSON.stringify(model)}); undefined;`);
  /** @param {number} trials */
  const ask = async (trials) => {
    const elapsed = await page.evaluate((count) => {
      const start = performance.now();
      /** @type {BenchmarkWindow} */ (/** @type {unknown} */ (window)).naive(count);
      return performance.now() - start;
    }, trials);
    return (elapsed * 1e6) / (trials * model.S * model.M);
  };
  return {
    name: `naive JavaScript, ${engine}`,
    engine,
    yardstick: 'naive',
    trials: 60,
    ask,
    end: () => undefined,
  };
}
