// Serves the built app: a static file server on Node's own modules.
// Run alone it takes --port N and --dir FOLDER.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

export const HOST = '127.0.0.1';
/** Fixed, since the browser keeps saved plans by address, port included; unusual, so that it is seldom taken. */
export const PORT = 17483;
export const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * The file a request's path names inside that folder, or undefined for a path that leads out of it.
 * @param {string} folder
 * @param {string} url
 */
export function filePath(folder, url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://host').pathname);
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    return file.startsWith(folder + sep) && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Serves a folder. Rejects with EADDRINUSE when the port is taken.
 * @param {{ folder?: string, port?: number }} [options]
 * @returns {Promise<import('node:http').Server>}
 */
export function serve({ folder = DIST, port = PORT } = {}) {
  const server = createServer(async (request, response) => {
    /** @type {(status: number, words: string) => void} */
    const refuse = (status, words) => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(405, 'Only files are served here.');
    const file = filePath(folder, request.url ?? '/');
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || !found?.isFile()) return refuse(404, 'There is no such file.');

    // Always asked again, answered with 304 when unchanged: a new build is seen at once.
    const etag = `"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`;
    const headers = {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      ETag: etag,
    };
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
    response.writeHead(200, { ...headers, 'Content-Length': found.size });
    if (request.method === 'HEAD') return void response.end();
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, HOST, () => resolve(server));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { port: { type: 'string' }, dir: { type: 'string' } } });
  const port = Number(values.port ?? PORT);
  await serve({ port, ...(values.dir === undefined ? {} : { folder: values.dir }) });
  console.log(`http://${HOST}:${port}/`);
}
