/**
 * The first of `prefix-1`, `prefix-2`, … that is not taken. Deterministic, so that the same edits give the
 * same ids and with them the same draws; ids of whole plans are random and come from the caller.
 */
export function freshId(prefix: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  let count = 1;
  while (used.has(`${prefix}-${count}`)) count++;
  return `${prefix}-${count}`;
}
