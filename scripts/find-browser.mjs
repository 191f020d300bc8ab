// Finds a Chromium and a Firefox for the tests, and gets them when there are none.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
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
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Why a test that wants Firefox is skipped. */
export const NO_FIREFOX =
  'no Firefox was found or could be installed; install one, or set FIREFOX_PATH to its program file';

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

/** Whether it only leads to a snap, whose Firefox cannot see the profile that a test makes for it. @param {string} path */
function leadsToSnap(path) {
  return (
    existsSync(path) && statSync(path).size < 10_000 && readFileSync(path, 'utf8').includes('/snap/bin/')
  );
}

/**
 * The program that an environment variable names, if it does.
 * @param {string} variable @param {string} kind
 */
function chosenBy(variable, kind) {
  const chosen = process.env[variable];
  if (!chosen || answers(chosen)) return chosen || undefined;
  throw new Error(`${variable} must name a ${kind} that answers --version, got ${chosen}`);
}

/** @param {readonly string[]} names */
function onThePath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * The path of a Chromium that works on this machine, or undefined. In this order: CHROME_PATH, Playwright's own,
 * whatever is installed.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const chosen = chosenBy('CHROME_PATH', 'Chromium');
  if (chosen) return chosen;
  return [chromium.executablePath(), ...onThePath(...COMMANDS), ...PLACES].find(answers);
}

/**
 * The path of a Firefox that works on this machine, or undefined: FIREFOX_PATH, or one that is installed. Playwright
 * drives it by `channel: 'moz-firefox'` with this path.
 * @returns {string | undefined}
 */
export function findFirefox() {
  const chosen = chosenBy('FIREFOX_PATH', 'Firefox');
  if (chosen) return chosen;
  const places = [...onThePath('firefox-esr', 'firefox'), ...FIREFOX_PLACES];
  return places.find((path) => !leadsToSnap(path) && answers(path));
}

/**
 * Like findBrowser, and tries to install one when there is none: Playwright's, else Debian's package.
 * @returns {string}
 */
export function ensureBrowser() {
  const playwright = [process.execPath, PLAYWRIGHT, 'install', 'chromium'];
  const found = findBrowser() ?? install('Chromium', [playwright, ...debian('chromium')], findBrowser);
  if (found) return found;
  throw new Error(
    'The tests need a Chromium, Chrome or Edge and none was found or could be installed. ' +
      'Install one, or set CHROME_PATH to its program file, and run npm test again.',
  );
}

/**
 * Like findFirefox, and tries to install Debian's when there is none. Undefined where there is none to be had: see
 * NO_FIREFOX.
 * @returns {string | undefined}
 */
export function ensureFirefox() {
  return findFirefox() ?? install('Firefox', debian('firefox-esr'), findFirefox);
}

/**
 * Tries each way until the browser is found.
 * @param {string} name @param {string[][]} ways @param {() => string | undefined} find
 */
function install(name, ways, find) {
  for (const [command = '', ...args] of ways) {
    console.log(`No ${name} found; trying: ${[command, ...args].join(' ')}`);
    spawnSync(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const got = find();
    if (got) return got;
  }
  return undefined;
}

/** How root installs that package on Debian; no way elsewhere. @param {string} name */
function debian(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return [];
  return [['sh', '-c', `apt-get update && apt-get install -y --no-install-recommends ${name}`]];
}
