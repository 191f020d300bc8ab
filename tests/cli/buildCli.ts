import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BuiltCli {
  /** A folder of its own, also for the files of the test. */
  readonly folder: string;
  /** Runs the command in that folder to its end. */
  run(...words: string[]): Promise<Ended>;
}

/** Builds the headless runner as it is published, but into a temporary folder. */
export async function buildCli(): Promise<BuiltCli> {
  const folder = await mkdtemp(join(tmpdir(), 'turfcast-cli-'));
  const outDir = join(folder, 'bin');
  await build({ configFile: join(root, 'vite.cli.config.ts'), logLevel: 'error', build: { outDir } });
  const run = (...words: string[]) =>
    new Promise<Ended>((resolve, reject) => {
      const child = spawn(process.execPath, [join(outDir, 'turfcast.mjs'), ...words], { cwd: folder });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, stdout, stderr }));
    });
  return { folder, run };
}
