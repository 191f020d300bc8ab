import { frozen } from './frozen';

export type ValuePath = readonly (string | number)[];

/** A frozen copy of plain data with the value at a path replaced; undefined takes it away. */
export function withValue(data: unknown, path: ValuePath, value: unknown): unknown {
  const copy: unknown = structuredClone(data);
  let at: unknown = copy;
  for (const key of path.slice(0, -1)) at = Reflect.get(Object(at), key);
  if (value === undefined) Reflect.deleteProperty(Object(at), path.at(-1) ?? '');
  else Reflect.set(Object(at), path.at(-1) ?? '', value);
  return frozen(copy);
}
