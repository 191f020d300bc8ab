import type { Json } from './json';
import { PACKED } from './packed';

/**
 * JSON data rewritten so that it compresses well; `unpackJson` undoes it exactly. It knows nothing of
 * plans, so that a plan with new fields needs no new link version:
 * - an object is its shape's number and its values: each set of keys (sorted) is written once;
 * - a list of objects of one shape is written by columns: like stands beside like;
 * - ascending amounts are written as differences, whole or in hundredths.
 * Returns `[shapes, packed value]`. Equal data give equal packings whatever the order of their keys; a key
 * with an undefined value counts as absent. Throws on what JSON cannot say.
 */
export function packJson(value: unknown): Json {
  const shapes: string[][] = [];
  const numbers = new Map<string, number>();

  const shapeOf = (object: object): number => {
    const keys = Object.entries(object).flatMap(([key, held]: [string, unknown]) =>
      held === undefined ? [] : [key],
    );
    keys.sort();
    const name = JSON.stringify(keys);
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, shapes.length);
    shapes.push(keys);
    return shapes.length - 1;
  };

  const valuesOf = (object: object, keys: readonly string[]): unknown[] => {
    const values = new Map<string, unknown>(Object.entries(object));
    return keys.map((key) => values.get(key));
  };

  const pack = (item: unknown): Json => {
    if (item === null || typeof item === 'string' || typeof item === 'boolean') return item;
    if (typeof item === 'number' && Number.isFinite(item)) return item;
    if (Array.isArray(item))
      return packDifferences(item) ?? packColumns(item) ?? [PACKED.list, ...item.map(pack)];
    if (typeof item !== 'object') throw new TypeError(`JSON data must be packed, got ${String(item)}`);
    const shape = shapeOf(item);
    return [shape, ...valuesOf(item, shapes[shape] ?? []).map(pack)];
  };

  const packColumns = (list: readonly unknown[]): Json | undefined => {
    const objects = list.filter(isObject);
    const [first] = objects;
    if (list.length < 2 || objects.length < list.length || first === undefined) return undefined;
    const shape = shapeOf(first);
    const keys = shapes[shape] ?? [];
    if (keys.length === 0 || objects.some((object) => shapeOf(object) !== shape)) return undefined;
    const rows = objects.map((object) => valuesOf(object, keys));
    return [PACKED.columns, shape, ...keys.map((_, column) => pack(rows.map((row) => row[column])))];
  };

  const packed = pack(value);
  return [shapes, packed];
}

const isObject = (item: unknown): item is object =>
  item !== null && typeof item === 'object' && !Array.isArray(item);

/** A list of at least three ascending numbers as the first and the differences; undefined where that is not exact. */
function packDifferences(list: readonly unknown[]): Json | undefined {
  if (list.length < 3) return undefined;
  return differencesAt(list, PACKED.differences, 1) ?? differencesAt(list, PACKED.hundredths, 100);
}

function differencesAt(list: readonly unknown[], kind: number, scale: number): Json | undefined {
  const packed = [kind];
  let before = 0;
  for (const item of list) {
    if (typeof item !== 'number') return undefined;
    const whole = Math.round(item * scale);
    if (!Number.isSafeInteger(whole) || whole / scale !== item || whole < before) return undefined;
    packed.push(whole - before);
    before = whole;
  }
  return packed;
}
