import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** @typedef {import('./race.mjs').Contender} Contender */

/** @param {string} command @param {string[]} args */
export function works(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * A child that answers each line, a number of trials, with a line of nanoseconds per seat-month.
 * @param {Omit<Contender, 'ask' | 'end'>} contender
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Contender}
 */
export function makeProgram(contender, command, args, env = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** @param {number} trials */
  const ask = async (trials) => {
    child.stdin.write(`${trials}\n`);
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${contender.name} ended without an answer`);
      if (/^[0-9.]+$/.test(value)) return Number(value);
    }
  };
  return { ...contender, ask, end: () => child.kill() };
}

/**
 * Turfcast in Node, a contender for each kernel.
 * @param {string} serve the bundle of tests/bench/serve.ts
 * @returns {Contender[]}
 */
export function turfcastPrograms(serve) {
  const kinds = execFileSync(process.execPath, [serve, 'kinds'], { encoding: 'utf8' }).trim().split('\n');
  return kinds.map((kind) =>
    makeProgram({ name: `Turfcast, ${kind}, Node`, trials: 1280 }, process.execPath, [serve, kind]),
  );
}

/**
 * The reference kernels of that folder, as far as this machine can run them.
 * @param {string} bench @param {string} scratch an empty folder @param {string[]} leftOut told what is missing
 * @returns {Contender[]}
 */
export function yardsticks(bench, scratch, leftOut) {
  /** @type {Contender[]} */
  const found = [];
  if (!existsSync(bench)) {
    leftOut.push('the reference kernels: there is no ../shared/bench');
    return found;
  }
  if (works('gcc', ['--version'])) {
    const TABLES = join(scratch, 'tables.bin');
    execFileSync(process.execPath, [join(bench, 'make-tables.mjs'), TABLES]);
    const flags = ['-O3', '-march=native', '-ffp-contract=off', '-DKH="kernel.h"'];
    const native = join(scratch, 'native');
    execFileSync('gcc', [...flags, '-o', native, join(bench, 'reference.c'), '-lm'], { stdio: 'ignore' });
    found.push(
      makeProgram({ name: 'native C, scalar', yardstick: 'native', trials: 1600 }, native, [], { TABLES }),
    );
  } else leftOut.push('native C: there is no gcc');
  if (works('python3', ['-c', 'import numpy'])) {
    const args = [join(bench, 'numpy_reference.py'), 'serve'];
    found.push(makeProgram({ name: 'numpy', yardstick: 'numpy', trials: 100 }, 'python3', args));
  } else leftOut.push('numpy: python3 cannot import it');
  const naive = { name: 'naive JavaScript, Node', engine: 'Node', yardstick: /** @type {const} */ ('naive') };
  found.push(makeProgram({ ...naive, trials: 60 }, process.execPath, [join(bench, 'naive-serve.mjs')]));
  return found;
}
