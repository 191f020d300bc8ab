import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of gzipped script the first visit may cost. */
export const FIRST_LOAD_LIMIT = 150_000;

/**
 * The scripts the browser must have before the page works: the entry of index.html and all it imports statically,
 * with their gzipped bytes, by the build's own manifest.
 * @param {string} dist
 * @returns {{ file: string, bytes: number }[]}
 */
export function firstLoad(dist) {
  /** @type {Record<string, { file: string, imports?: string[] }>} */
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  /** @type {Set<string>} */
  const reached = new Set();
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build's manifest must hold ${key}`);
    if (reached.has(chunk.file)) return;
    reached.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  visit('index.html');
  return [...reached].map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file))).length }));
}
