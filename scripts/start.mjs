// npm start: builds the app, serves it at its fixed address and opens it.
//   npm start -- --no-open     without opening a browser
//   npm start -- --port 17500  at another address, which has its own saved plans
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HOST, PORT, serve } from './serve.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string' }, open: { type: 'boolean', default: true } },
  allowNegative: true,
});
const port = Number(values.port ?? PORT);
if (!Number.isInteger(port) || port < 1024 || port > 65_535) {
  console.error(`--port must be a whole number from 1024 to 65535, got ${values.port}`);
  process.exit(1);
}
const address = `http://${HOST}:${port}/`;

if (await isTaken()) {
  console.error(`
  Port ${port} is already taken, so Turfcast was not started.

  Perhaps it runs already: look at ${address}
  Otherwise end the program that holds the port and run npm start again.

  "npm start -- --port ${port + 1}" would serve it elsewhere, but saved plans belong to
  an address, port included: there you would not find the plans saved at ${address}
`);
  process.exit(1);
}

const built = spawnSync(process.execPath, ['scripts/build.mjs'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);

await serve({ port });
console.log(`
  Turfcast runs at ${address}
  Plans are kept by the browser under this address, port included. End with Ctrl+C.
`);
if (values.open && !process.env.CI) open(address);

/** @returns {Promise<boolean>} */
function isTaken() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(error);
    });
    probe.listen(port, HOST, () => probe.close(() => resolve(false)));
  });
}

/** @param {string} url */
function open(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  // A machine without a desktop has nothing to open it with; the address stands above.
  spawn(command ?? '', args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
