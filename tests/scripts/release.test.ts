import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstLoad } from '../../scripts/first-load.mjs';
import { listRelease } from '../../scripts/vite-offline.mjs';

let dist = '';
const write = (name: string, text: string) => writeFileSync(join(dist, name), text);

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'turfcast-dist-'));
  for (const folder of ['assets', 'cli', '.vite']) mkdirSync(join(dist, folder));
  write('index.html', '<!doctype html>');
  write('serviceWorker.js', 'self;');
  write('assets/entry.js', 'first();');
  write('assets/shared.js', 'second();');
  write('assets/later.js', 'third();');
  write('assets/entry.js.map', '{}');
  write('cli/turfcast.mjs', 'run();');
  const manifest = {
    'index.html': { file: 'assets/entry.js', imports: ['_shared.js'], dynamicImports: ['later.ts'] },
    '_shared.js': { file: 'assets/shared.js', imports: ['index.html'] },
    'later.ts': { file: 'assets/later.js', imports: ['_shared.js'] },
  };
  write('.vite/manifest.json', JSON.stringify(manifest));
});

afterEach(() => rmSync(dist, { recursive: true }));

test('a release is every file of the page, without maps, the headless runner or the service worker', () => {
  expect(listRelease(dist).files).toEqual(['assets/entry.js', 'assets/later.js', 'assets/shared.js', './']);
});

test('regions of countries are not kept before they are used, and are part of the release all the same', () => {
  const { release } = listRelease(dist);
  mkdirSync(join(dist, 'assets/regions'));
  write('assets/regions/DE.js', 'regions();');
  const grown = listRelease(dist);
  expect(grown.onUse).toEqual(['assets/regions/DE.js']);
  expect(grown.files).toEqual(['assets/entry.js', 'assets/later.js', 'assets/shared.js', './']);
  expect(grown.release).not.toBe(release);
});

test('the same files are the same release, and any changed byte is another', () => {
  const { release } = listRelease(dist);
  expect(release).toMatch(/^[0-9a-f]{16}$/);
  expect(listRelease(dist).release).toBe(release);
  write('assets/later.js', 'third() ;');
  const changed = listRelease(dist).release;
  write('assets/later.js', 'third();');
  write('serviceWorker.js', 'self ;');
  expect(new Set([release, changed, listRelease(dist).release]).size).toBe(3);
});

test('the headless runner and the build manifest are no part of a release', () => {
  const { release } = listRelease(dist);
  write('cli/turfcast.mjs', 'runOtherwise();');
  write('.vite/manifest.json', '{}');
  expect(listRelease(dist).release).toBe(release);
});

test('the first load is what is imported statically, each file once', () => {
  expect(firstLoad(dist).map(({ file }) => file)).toEqual(['assets/entry.js', 'assets/shared.js']);
});
