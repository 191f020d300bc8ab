import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOST, filePath, serve } from '../../scripts/serve.mjs';

const outer = mkdtempSync(join(tmpdir(), 'turfcast-serve-'));
const folder = join(outer, 'dist');
let server: Server;
let port = 0;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outer, 'secret.txt'), 'not for you');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'a b.js'), 'export {};');
  server = await serve({ folder, port: 0 });
  const address = server.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(outer, { recursive: true });
});

/** Asks for exactly that path: fetch would tidy it first. */
function ask(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; type: string; etag: string; body: string }>((resolve, reject) => {
    get({ host: HOST, port, path, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      answer.on('end', () => {
        const { 'content-type': type = '', etag = '' } = answer.headers;
        resolve({ status: answer.statusCode ?? 0, type, etag, body });
      });
    }).on('error', reject);
  });
}

test('a folder is answered with its index, whatever the query', async () => {
  expect(await ask('/?a=1')).toMatchObject({
    status: 200,
    type: 'text/html; charset=utf-8',
    body: '<!doctype html>',
  });
});

test('a script comes with the type that lets it run as a module', async () => {
  expect(await ask('/assets/a%20b.js')).toMatchObject({
    status: 200,
    type: 'text/javascript; charset=utf-8',
  });
});

test('an unchanged file is not sent twice', async () => {
  const { etag } = await ask('/');
  expect(await ask('/', { 'If-None-Match': etag })).toMatchObject({ status: 304, body: '' });
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt'])(
  '%s does not lead out of the folder',
  async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('not for you');
  },
);

test.each(['/nothing.js', '/assets', '/%00', '/%zz'])('%s is answered as missing', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test('a path stays inside the folder or names no file', () => {
  expect(filePath(folder, '/assets/x.js')).toBe(join(folder, 'assets', 'x.js'));
  expect(filePath(folder, '/..%2f..%2fetc/passwd')).toBeUndefined();
  expect(filePath(folder, '/..%2fdist-secret/x')).toBeUndefined();
});

test('a taken port is refused, not shared', async () => {
  await expect(serve({ folder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
