import type { GroupId } from './assumptionGroups';
import { wordsOf } from './assumptionWords';
import type { Difference } from './difference';
import { sameValue } from './sameValue';
import { writeApart, type Speaker } from './writeValue';

/** Both sides of a comparison: what is the first plan's, then the second's. */
export type Both<Value> = readonly [Value, Value];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value's fields; what is not there has none; undefined for what is no record. */
function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined) return {};
  return isRecord(value) ? value : undefined;
}

/**
 * What differs between two values of the field at `path` (its way from the item it belongs to), field by field down to
 * what has no fields; nothing where they are the same. `of` names the item.
 */
export function compareValues(
  values: Both<unknown>,
  path: string,
  group: GroupId,
  of: readonly string[],
  speakers: Both<Speaker>,
): Difference[] {
  const [a, b] = values;
  if (sameValue(a, b)) return [];
  const [one, other] = [recordOf(a), recordOf(b)];
  if (one && other) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((key) =>
      compareValues([one[key], other[key]], `${path}.${key}`, group, of, speakers),
    );
  }
  const [what, unit] = wordsOf(path);
  const [from, to] = writeApart([a, speakers[0]], [b, speakers[1]], unit);
  return [{ group, of, what, from, to }];
}
