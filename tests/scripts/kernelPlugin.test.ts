import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { compileKernel } from '../../scripts/compile-kernel.mjs';
import { kernel } from '../../scripts/vite-kernel.mjs';
import { makeKernel, makeScriptKernel, makeWasmKernel, type Kernel } from '../../src/sim/kernelHost';
import * as fixture from '../fixtures/kernel/kernel';

const ENTRY = fileURLToPath(new URL('../fixtures/kernel/kernel.ts', import.meta.url));
/** A folder of the project: the compiler reads nothing else. */
const folder = mkdtempSync(join(fileURLToPath(new URL('../../node_modules/', import.meta.url)), '.kernel-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** Lays out a run of the fixture and runs its trials, in two goes with a growth in between. */
function runFixture(host: Kernel): Uint8Array {
  host.grow(8192);
  new Int32Array(host.memory).set([-559038737, 64, 2048, 4096, 6144]);
  host.runTrials(0, 0, 700);
  host.grow(100_000);
  host.runTrials(0, 700, 324);
  return new Uint8Array(host.memory);
}

test('the compiled kernel and its script leave the same bits in memory', async () => {
  const { bytes, files } = await compileKernel(ENTRY);
  const compiled = runFixture(makeWasmKernel(bytes));
  const script = runFixture(makeScriptKernel(fixture));
  expect(compiled).toEqual(script);
  expect(script.length).toBe(131_072);
  // Every row of results has been written, and so has been compared.
  for (const row of [64, 576, 2048, 2304, 2560, 4096, 4224, 6144, 6208])
    expect(
      script.subarray(row, row + 64).some((byte) => byte !== 0),
      `row at ${row}`,
    ).toBe(true);
  expect(files.map((file) => file.replace(/^.*\/(?=(src|tests)\/)/, ''))).toEqual([
    'tests/fixtures/kernel/kernel.ts',
    'src/sim/kernel/assembly/memory.ts',
    'tests/fixtures/kernel/stream.ts',
  ]);
});

test('script kernels in turn keep to their own memories', () => {
  const [first, second] = [makeScriptKernel(fixture), makeScriptKernel(fixture)];
  for (const host of [first, second]) host.grow(8192);
  new Int32Array(first.memory).set([1, 64, 2048, 4096, 6144]);
  new Int32Array(second.memory).set([1, 64, 2048, 4096, 6144]);
  for (const host of [first, second, first, second]) host.runTrials(0, 5, 3);
  expect(new Uint8Array(first.memory)).toEqual(new Uint8Array(second.memory));
});

test('where the compiled kernel cannot be had the script takes its place', () => {
  expect(makeKernel(new Uint8Array([0, 1, 2, 3]), fixture).kind).toBe('script');
});

test('memory beyond what a word addresses is refused', () => {
  expect(() => makeScriptKernel(fixture).grow(2 ** 31 + 1)).toThrow(
    'kernel memory must be at most 2147483648 bytes, got 2147483649',
  );
});

test('a bundle holds the kernel’s bytes', async () => {
  const main = write(
    'main.ts',
    `import bytes from 'virtual:turfcast-kernel';\nexport const size = bytes.length;\n`,
  );
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    plugins: [kernel({ entry: ENTRY })],
    build: { write: false, ssr: main },
  })) as Rolldown.RolldownOutput;
  const { code } = built.output[0];
  const { size } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { size: number };
  expect(size).toBe((await compileKernel(ENTRY)).bytes.length);
});

test('a fault is told in the compiler’s words, with its place', async () => {
  const entry = write(
    'faulty.ts',
    'export function runTrials(header: i32): void {\n  header = sooner(header);\n}\n',
  );
  await expect(compileKernel(entry)).rejects.toThrow(
    /faulty\.ts did not compile[\s\S]*'sooner'[\s\S]*faulty\.ts\(2,12\)/,
  );
});

test('a file that is not there is named, and who names it', async () => {
  const entry = write(
    'lost.ts',
    "import { a } from './nowhere';\nexport function runTrials(): void { a(); }\n",
  );
  await expect(compileKernel(entry)).rejects.toThrow(/must have .*nowhere\.ts, which .*lost\.ts names/);
});

test('a kernel with data of its own is refused: its host lays out the memory', async () => {
  const entry = write(
    'data.ts',
    'const list: i32[] = [3, 1, 2];\nexport function runTrials(i: i32): i32 { return list[i]; }\n',
  );
  await expect(compileKernel(entry)).rejects.toThrow('must have no data of its own');
});
