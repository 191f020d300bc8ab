import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST, HOST, serve } from '../../../scripts/serve.mjs';

/** A copy of the built app on a host of its own, which can publish a newer release and can vanish. */
export class ReleaseHost {
  private constructor(
    private readonly folder: string,
    private readonly server: Server,
    readonly address: string,
  ) {}

  static async start(): Promise<ReleaseHost> {
    const folder = mkdtempSync(join(tmpdir(), 'turfcast-release-'));
    cpSync(DIST, folder, { recursive: true });
    const server = await serve({ folder, port: 0 });
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('the host has no port');
    return new ReleaseHost(folder, server, `http://${HOST}:${bound.port}/`);
  }

  /** Publishes a release whose page describes itself so. */
  publish(description: string): void {
    const page = join(this.folder, 'index.html');
    const described = readFileSync(page, 'utf8').replace(
      /(name="description"\s+content=")[^"]*/,
      `$1${description}`,
    );
    writeFileSync(page, described);
    const worker = join(this.folder, 'serviceWorker.js');
    const source = readFileSync(worker, 'utf8');
    const published = source.replace(/(["'`])[0-9a-f]{16}\1/, `"${'0'.repeat(16)}"`);
    if (published === source) throw new Error('the service worker names no release');
    writeFileSync(worker, published);
  }

  /** The network goes away: open connections are cut and new ones refused. */
  async vanish(): Promise<void> {
    if (!this.server.listening) return;
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  async dispose(): Promise<void> {
    await this.vanish();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
