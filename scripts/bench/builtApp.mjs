import { chromium } from 'playwright';
import { browserArgs, findBrowser } from '../find-browser.mjs';
import { HOST, serve } from '../serve.mjs';

/** Pixels of the window. */
const SIZE = { width: 1280, height: 900 };

/**
 * Hands over a way to open plans in the built app in headless Chromium, and closes everything afterwards.
 * @template Value
 * @param {string} dist
 * @param {(openMap: (text: string, name: string, before?: () => void) => Promise<import('playwright').Page>, browser: import('playwright').Browser) => Promise<Value>} use
 * `openMap` opens the map of a plan by its file's text, on a page of its own that runs `before` ahead of the app
 * @returns {Promise<Value>}
 */
export async function withBuiltApp(dist, use) {
  const server = await serve({ folder: dist, port: 0 });
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: browserArgs, ...(executablePath && { executablePath }) });
  try {
    return await use(async (text, name, before) => {
      const page = await browser.newPage({ viewport: SIZE });
      if (before) await page.addInitScript(before);
      await page.goto(`http://${HOST}:${port}/`);
      await openPlan(page, text, name);
      return page;
    }, browser);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Drops a plan file on the page and goes to its map. @param {import('playwright').Page} page @param {string} text @param {string} name */
async function openPlan(page, text, name) {
  const main = page.getByRole('main');
  await page.goto(new URL('#data', page.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'plan.turfcast.json'));
    return transfer;
  }, text);
  for (const type of ['dragenter', 'dragover', 'drop']) await main.dispatchEvent(type, { dataTransfer });
  await page.getByText(`“${name}” was imported`).waitFor({ timeout: 120_000 });
  await page.goto(new URL('#territories', page.url()).href);
  await page.getByRole('tab', { name: 'Map' }).click();
  await page.getByRole('application').waitFor();
  await page.getByText(/^Loading the outlines/).waitFor({ state: 'hidden' });
  // The plan's own run, and what is fetched for the room.
  await page.waitForTimeout(6000);
}
