// Finds a Chromium for the tests, and gets one when there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const PLAYWRIGHT = fileURLToPath(new URL('../node_modules/playwright/cli.js', import.meta.url));
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The root user's Chromium runs only without its sandbox; everybody else's keeps it. */
export const browserArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** @param {string} path */
function answers(path) {
  if (!existsSync(path)) return false;
  // On Windows chrome.exe --version opens a window instead of answering.
  if (process.platform === 'win32') return true;
  // An Ubuntu snap stub exists and fails here; so does a browser whose system libraries are missing.
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return asked.status === 0 && /\d+\.\d+/.test(asked.stdout);
}

/**
 * The path of a Chromium that works on this machine, or undefined. In this order: CHROME_PATH, Playwright's own,
 * whatever is installed.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (answers(chosen)) return chosen;
    throw new Error(`CHROME_PATH must name a Chromium that answers --version, got ${chosen}`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const installed = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [chromium.executablePath(), ...installed, ...PLACES].find(answers);
}

/**
 * Like findBrowser, and tries to install one when there is none: Playwright's, else Debian's package.
 * @returns {string}
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  for (const [command, ...args] of installers()) {
    console.log(`No Chromium found; trying: ${[command, ...args].join(' ')}`);
    spawnSync(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const got = findBrowser();
    if (got) return got;
  }
  throw new Error(
    'The tests need a Chromium, Chrome or Edge and none was found or could be installed. ' +
      'Install one, or set CHROME_PATH to its program file, and run npm test again.',
  );
}

/** @returns {[string, ...string[]][]} */
function installers() {
  /** @type {[string, ...string[]][]} */
  const ways = [[process.execPath, PLAYWRIGHT, 'install', 'chromium']];
  const debian = browserArgs.length > 0 && existsSync('/usr/bin/apt-get');
  if (debian)
    ways.push(['sh', '-c', 'apt-get update && apt-get install -y --no-install-recommends chromium']);
  return ways;
}
