import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withBuiltApp } from './builtApp.mjs';

/**
 * @typedef {Window & { frameTimes: number[], longTasks: number[], watching: boolean }} WatchedWindow
 * @typedef {{ what: string, frames: number[], tasks: number[], work: number }} Watched
 */

/** Moves of the mouse in one drag. */
const MOVES = 180;
/** Milliseconds after which an edit has been saved. */
const KEPT = 1500;

/**
 * Frame times of the built app's map while it is panned, painted on and zoomed, for each plan of a folder.
 * @param {string} dist @param {string} folder @param {readonly string[]} plans names of files without their ending
 */
export function measureMap(dist, folder, plans) {
  return withBuiltApp(dist, async (openMap) => {
    /** @type {Watched[]} */
    const seen = [];
    for (const name of plans) {
      const page = await openMap(readFileSync(join(folder, `${name}.json`), 'utf8'), name);
      seen.push(...(await measurePlan(page, name)));
      await page.close();
    }
    return seen;
  });
}

/** @param {import('playwright').Page} page @param {string} name @returns {Promise<Watched[]>} */
async function measurePlan(page, name) {
  const map = page.getByRole('application');
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (!box) throw new Error('map must be on the page, got none');
  /** @param {number} across @param {number} up @returns {[number, number]} */
  const at = (across, up) => [box.x + box.width * across, box.y + box.height * up];
  /** A drag to and fro. @param {boolean} pans */
  const drag = async (pans) => {
    await page.mouse.move(...at(0.3, 0.5));
    await page.mouse.down();
    for (let move = 0; move < MOVES; move++) {
      const turn = (4 * Math.PI * move) / MOVES;
      await page.mouse.move(...at(0.5 - 0.2 * Math.cos(turn), 0.5 + (pans ? 0.2 : 0.1) * Math.sin(3 * turn)));
    }
    await page.mouse.up();
    await page.waitForTimeout(200);
  };
  const wheel = async () => {
    await page.mouse.move(...at(0.5, 0.5));
    for (let move = 0; move < 60; move++) await page.mouse.wheel(0, move < 30 ? -20 : 20);
    await page.waitForTimeout(400);
  };
  const tool = (/** @type {string} */ label) =>
    page.getByRole('button', { name: label, exact: true }).click();
  /** @type {Watched[]} */
  const seen = [];
  const watch = async (/** @type {string} */ what, /** @type {() => Promise<void>} */ work) =>
    seen.push({ what: `${name}: ${what}`, ...(await watched(page, work)) });
  await watch('pan, everything in sight', () => drag(true));
  await watch('zoom in and out', wheel);
  await tool('Paint');
  await watch('paint a stroke, and keep it', async () => {
    await drag(false);
    await page.waitForTimeout(KEPT);
  });
  await watch('take it back, and keep that', async () => {
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(KEPT);
  });
  await tool('Select');
  await page.mouse.move(...at(0.5, 0.5));
  for (let move = 0; move < 20; move++) await page.mouse.wheel(0, -20);
  await page.waitForTimeout(800);
  await watch('pan, near', () => drag(true));
  return seen;
}

/**
 * Times between frames, and tasks over 50 ms, while something is done; and the page's own processor time a frame, which a busy machine
 * leaves as it is.
 * @param {import('playwright').Page} page @param {() => Promise<void>} work
 */
async function watched(page, work) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const before = await spent();
  await page.evaluate(() => {
    const own = /** @type {WatchedWindow} */ (/** @type {unknown} */ (window));
    [own.frameTimes, own.longTasks, own.watching] = [[], [], true];
    new PerformanceObserver((list) => {
      if (own.watching) own.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
    let last = performance.now();
    const look = (/** @type {number} */ now) => {
      own.frameTimes.push(now - last);
      last = now;
      if (own.watching) requestAnimationFrame(look);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(look);
    });
  });
  await work();
  const seen = await page.evaluate(() => {
    const own = /** @type {WatchedWindow} */ (/** @type {unknown} */ (window));
    own.watching = false;
    return { frames: own.frameTimes, tasks: own.longTasks };
  });
  const spentOn = (await spent()) - before;
  await session.detach();
  return { ...seen, work: spentOn / seen.frames.length };
}

/** Prints what was seen as a table. @param {readonly Watched[]} seen */
export function printMap(seen) {
  console.log(
    '\n| on the map | frames | median ms | 95 % ms | worst ms | over 20 ms | longest task ms | CPU ms a frame |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const { what, frames, tasks, work } of seen) {
    const sorted = [...frames].sort((a, b) => a - b);
    const quantile = (/** @type {number} */ share) =>
      sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
    const late = frames.filter((frame) => frame > 20).length / frames.length;
    const longest = tasks.length === 0 ? 'none over 50' : Math.max(...tasks).toFixed(0);
    console.log(
      `| ${what} | ${frames.length} | ${quantile(0.5).toFixed(1)} | ${quantile(0.95).toFixed(1)} | ${quantile(1).toFixed(1)} | ${(100 * late).toFixed(0)} % | ${longest} | ${work.toFixed(1)} |`,
    );
  }
}
