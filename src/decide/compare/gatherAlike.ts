import type { Difference } from './difference';

/** The list with what was changed alike in several items told once, for all of them; in the order of their first ones. */
export function gatherAlike(differences: readonly Difference[]): Difference[] {
  const gathered = new Map<string, Difference>();
  for (const each of differences) {
    const key = JSON.stringify([each.what, each.from, each.to, each.of.length > 0]);
    const known = gathered.get(key);
    gathered.set(key, known ? { ...known, of: [...known.of, ...each.of] } : each);
  }
  return [...gathered.values()];
}
