// Compiles the simulation kernel, which is TypeScript that AssemblyScript reads too, to WebAssembly.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/turfcast-kernel');
/** What the compiler reads in place of the memory of the TypeScript side. */
const MEMORY = join(ROOT, 'src/sim/kernel/memory.ts');
const ASSEMBLY_MEMORY = join(ROOT, 'src/sim/kernel/assembly/memory.ts');
const FLAGS = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--importMemory', '--noExportMemory'];
/** Of a compiled module: the section of bytes that it would write into the memory it is given. */
const DATA_SECTION = 11;

/** @typedef {{ bytes: Uint8Array<ArrayBuffer>, files: string[] }} CompiledKernel its module, and the files it is made of */

/**
 * The kernel of that entry file, from the cache when neither a source, nor a flag, nor the compiler has changed.
 * Rejects with the compiler's own words, and for a kernel with data of its own.
 * @param {string} entry
 * @returns {Promise<CompiledKernel>}
 */
export async function compileKernel(entry) {
  const sources = readKernel(resolve(entry));
  const files = [...sources.keys()].map((path) => (path === MEMORY ? ASSEMBLY_MEMORY : path));
  const cached = join(CACHE, `${hashOf(sources)}.wasm`);
  if (existsSync(cached)) return { bytes: new Uint8Array(readFileSync(cached)), files };
  const bytes = await runCompiler(resolve(entry), sources);
  mkdirSync(CACHE, { recursive: true });
  // Renamed when whole: another process may look for it right now.
  writeFileSync(`${cached}.${process.pid}`, bytes);
  renameSync(`${cached}.${process.pid}`, cached);
  return { bytes, files };
}

/** @param {string} path */
const nameOf = (path) => relative(ROOT, path).replaceAll(sep, '/');

/**
 * The text of every file that the entry reaches by relative imports, by path.
 * @param {string} entry
 * @returns {Map<string, string>}
 */
function readKernel(entry) {
  /** @type {Map<string, string>} */
  const sources = new Map();
  const visit = (/** @type {string} */ path, /** @type {string} */ from) => {
    if (sources.has(path)) return;
    if (!existsSync(path)) throw new Error(`the kernel must have ${nameOf(path)}, which ${from} names`);
    const text = readFileSync(path === MEMORY ? ASSEMBLY_MEMORY : path, 'utf8');
    sources.set(path, text);
    for (const [, target] of text.matchAll(/\bfrom\s+['"](\.[^'"]+)['"]/g))
      visit(resolve(dirname(path), `${target}.ts`), nameOf(path));
  };
  visit(entry, 'the build');
  return sources;
}

/** @param {Map<string, string>} sources */
function hashOf(sources) {
  const compiler = createRequire(import.meta.url)('assemblyscript/package.json').version;
  const hash = createHash('sha256').update(JSON.stringify([compiler, FLAGS]));
  for (const [path, text] of sources) hash.update(JSON.stringify([nameOf(path), text]));
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} entry
 * @param {Map<string, string>} sources
 */
async function runCompiler(entry, sources) {
  // Loaded here: with its optimiser it weighs as much as everything else, and mostly the cache answers.
  const { main } = await import('assemblyscript/asc');
  /** @type {Uint8Array<ArrayBuffer> | undefined} */
  let bytes;
  const { error, stderr } = await main(
    [nameOf(entry), '--baseDir', ROOT, '--outFile', 'kernel.wasm', '--noColors', ...FLAGS],
    {
      readFile: (name) => sources.get(resolve(ROOT, name)) ?? null,
      writeFile: (_name, contents) => {
        if (typeof contents !== 'string') bytes = new Uint8Array(contents);
      },
      listFiles: () => [],
    },
  );
  const name = nameOf(entry);
  if (error || !bytes)
    throw new Error(`the kernel ${name} did not compile\n\n${stderr.toString().trim() || error}`);
  if (sectionsOf(bytes).includes(DATA_SECTION))
    throw new Error(
      `the kernel ${name} must have no data of its own (text, literal arrays, asserts with words): its memory is laid out by its host`,
    );
  return bytes;
}

/**
 * The numbers of a module's sections, in order.
 * @param {Uint8Array} bytes
 */
function sectionsOf(bytes) {
  /** @type {number[]} */
  const found = [];
  for (let at = 8; at < bytes.length;) {
    found.push(bytes[at++] ?? 0);
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = bytes[at++] ?? 0;
      size |= (byte & 0x7f) << shift;
      more = byte >= 0x80;
    }
    at += size;
  }
  return found;
}
