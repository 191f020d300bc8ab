import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE_NAME = 'serviceWorker.js';
const ON_USE = /^assets\/regions\//;

/**
 * Builds the service worker and fills in, once everything is written, the list of files to keep and the hash of
 * their contents that tells one release from the next.
 * @param {string} entry the service worker's source file
 * @returns {import('vite').Plugin}
 */
export function offline(entry) {
  return {
    name: 'turfcast:offline',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: entry, fileName: FILE_NAME });
    },
    writeBundle({ dir }) {
      if (dir === undefined) throw new Error('the offline plugin needs an output folder');
      const { files, onUse, release } = listRelease(dir);
      const path = join(dir, FILE_NAME);
      const source = readFileSync(path, 'utf8');
      const filled = source
        .replaceAll('__RELEASE__', JSON.stringify(release))
        .replaceAll('__FILES__', JSON.stringify(files))
        .replaceAll('__ON_USE__', JSON.stringify(onUse));
      if (filled === source) throw new Error(`${FILE_NAME} has no places to fill in`);
      writeFileSync(path, filled);
    },
  };
}

/**
 * Every file of the page in that folder, apart those that are kept when they are first used (`onUse`: regions of many countries, of which
 * one needs few) (what only readers of the repository look at is not), addressed as the page does, and one hash over all of them, the service
 * worker included. index.html is `./`, since some hosts redirect the longer name and a redirect cannot be kept.
 * @param {string} dir
 */
export function listRelease(dir) {
  const hash = createHash('sha256');
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !/^(\.vite|cli|about)\/|\.map$/.test(name))
    .sort();
  for (const name of names)
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(dir, name)));
  const onUse = names.filter((name) => ON_USE.test(name));
  const files = names
    .filter((name) => name !== FILE_NAME && !ON_USE.test(name))
    .map((name) => (name === 'index.html' ? './' : name));
  return { files, onUse, release: hash.digest('hex').slice(0, 16) };
}
