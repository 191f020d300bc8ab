import { isList, type Json } from './json';
import { PACKED } from './packed';

/** Deeper than any plan; keeps a hostile link from exhausting the stack. */
const DEPTH_LIMIT = 64;

/** Undoes `packJson`; undefined where the input is not its work. Cost linear in the packed text. */
export function unpackJson(packed: unknown): Json | undefined {
  if (!Array.isArray(packed) || packed.length !== 2) return undefined;
  const [shapes, value]: unknown[] = packed;
  if (!isShapes(shapes)) return undefined;
  try {
    return unpack(value, shapes, 0);
  } catch (error) {
    if (error instanceof NotPacked) return undefined;
    throw error;
  }
}

class NotPacked extends Error {}

const isShapes = (value: unknown): value is string[][] =>
  Array.isArray(value) &&
  value.every((keys: unknown) => Array.isArray(keys) && keys.every((key) => typeof key === 'string'));

function unpack(item: unknown, shapes: readonly string[][], depth: number): Json {
  if (item === null || typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean')
    return item;
  if (!Array.isArray(item) || depth > DEPTH_LIMIT) throw new NotPacked();
  const [kind, ...rest]: unknown[] = item;
  switch (kind) {
    case PACKED.list:
      return rest.map((entry) => unpack(entry, shapes, depth + 1));
    case PACKED.columns:
      return unpackColumns(rest, shapes, depth);
    case PACKED.differences:
      return sums(rest, 1);
    case PACKED.hundredths:
      return sums(rest, 100);
    default:
      return makeObject(
        keysOf(shapes, kind),
        rest.map((entry) => unpack(entry, shapes, depth + 1)),
      );
  }
}

function unpackColumns([shape, ...packed]: unknown[], shapes: readonly string[][], depth: number): Json {
  const keys = keysOf(shapes, shape);
  const columns = packed.map((column) => unpack(column, shapes, depth + 1)).filter(isList);
  const rows = columns[0]?.length ?? 0;
  if (columns.length < packed.length || columns.some((column) => column.length !== rows))
    throw new NotPacked();
  return Array.from({ length: rows }, (_, row) =>
    makeObject(
      keys,
      columns.map((column) => column[row] ?? null),
    ),
  );
}

function keysOf(shapes: readonly string[][], shape: unknown): string[] {
  const keys = typeof shape === 'number' ? shapes[shape] : undefined;
  if (!keys) throw new NotPacked();
  return keys;
}

/** `Object.fromEntries` defines `__proto__` as a plain key, where an assignment would not. */
function makeObject(keys: readonly string[], values: readonly Json[]): Json {
  if (keys.length !== values.length) throw new NotPacked();
  return Object.fromEntries(keys.map((key, at) => [key, values[at]]));
}

function sums(differences: readonly unknown[], scale: number): Json {
  let sum = 0;
  return differences.map((difference) => {
    if (typeof difference !== 'number') throw new NotPacked();
    sum += difference;
    return sum / scale;
  });
}
