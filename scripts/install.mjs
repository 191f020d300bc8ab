// Installs the packages of the lock when they are not there yet. Runs before start, dev, build and test, so it
// may use nothing but Node's own modules.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = new URL('../node_modules/.turfcast-lock', import.meta.url);
const lock = readFileSync(new URL('../package-lock.json', import.meta.url));
const hash = createHash('sha256').update(lock).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
  console.log('Installing the packages of package-lock.json (once, needs the network) …');
  // npm names its own script here, which spares finding npm.cmd on Windows.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error('\nThe packages could not be installed: npm ci failed, see above.');
    process.exit(1);
  }
  writeFileSync(stamp, hash);
}
