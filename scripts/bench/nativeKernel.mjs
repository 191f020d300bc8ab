import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileKernel } from '../compile-kernel.mjs';
import { makeProgram, works } from './programs.mjs';

const path = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));
/** Where wabt leaves what its translations are built with. */
const RUNTIME = '/usr/share/wabt/wasm2c';
/** A place for the kernel's memory that is known when it is built, as an engine keeps it in a register. */
const MEMORY = '((u8*)0x100000000000ull)';

/**
 * The compiled kernel once more, translated to C and built as native code: the same work in another language. It is held
 * to the same bytes.
 * @param {string} image the bundle of tests/bench/image.ts
 * @param {string} scratch a folder
 * @param {string[]} leftOut told what is missing
 * @returns {Promise<import('./race.mjs').Contender[]>}
 */
export async function nativeKernel(image, scratch, leftOut) {
  if (!works('wasm2c', ['--version']) || !works('gcc', ['--version']) || !existsSync(RUNTIME)) {
    leftOut.push(`the kernel as native C: there is no gcc, wasm2c or ${RUNTIME}`);
    return [];
  }
  const inScratch = (/** @type {string} */ file) => join(scratch, file);
  const [wasm, source] = [inScratch('kernel.wasm'), inScratch('kernel.c')];
  const [program, laidOut, left] = [inScratch('kernel'), inScratch('plan.image'), inScratch('plan.left')];
  try {
    writeFileSync(wasm, (await compileKernel(path('../../src/sim/kernel/kernel.ts'))).bytes);
    execFileSync('wasm2c', ['-n', 'kernel', wasm, '-o', source]);
    writeFileSync(source, unshare(readFileSync(source, 'utf8'), readFileSync(inScratch('kernel.h'), 'utf8')));
    // gcc makes slower code of it with -march=native
    const flags = ['-O3', '-ffp-contract=off', `-DMEMORY=${MEMORY}`, `-I${scratch}`];
    const sources = [source, path('nativeKernel.c'), join(RUNTIME, 'wasm-rt-impl.c')];
    execFileSync('gcc', [...flags, `-I${RUNTIME}`, '-o', program, ...sources, '-lm'], { stdio: 'pipe' });
  } catch (error) {
    leftOut.push(`the kernel as native C: it does not build (${String(error).split('\n')[0]})`);
    return [];
  }
  execFileSync(process.execPath, [image, laidOut, left]);
  const bytes = execFileSync(program, [laidOut, 'left'], { maxBuffer: 2 ** 30 });
  if (!bytes.equals(readFileSync(left))) throw new Error('the kernel as native C must leave the same bytes');
  return [makeProgram({ name: 'Turfcast, its kernel as native C', trials: 1280 }, program, [laidOut])];
}

/**
 * A translation must allow for any store to change the module's variables and its memory's place, and reads even what
 * nobody asks for; in C as one writes it, none of that is so.
 * @param {string} source @param {string} header
 */
function unshare(source, header) {
  const [, members = ''] = /struct Z_kernel_instance_t \{(.*?)\}/s.exec(header) ?? [];
  const variables = [...members.matchAll(/^ *(\w+) (w2c_\w+);$/gm)];
  return source
    .replaceAll(/instance->(w2c_\w+)/g, '$1')
    .replaceAll('wasm_asm("" ::"r"(result));', '')
    .replaceAll('mem->data[addr]', 'MEMORY[addr]')
    .replace(
      'DEFINE_LOAD(i32_load,',
      `${variables.map(([, type, name]) => `static ${type} ${name};`).join('\n')}\nDEFINE_LOAD(i32_load,`,
    );
}
