import type { PlanVersion } from './planStore';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How many versions of the last day are kept whatever their distance. */
export const FRESH_VERSIONS = 200;

/** What was done to the plan as a whole is a landmark, not one edit among many. */
const LANDMARK = /^(Import|Branch|Take over|Open|Create|Recover|Restore)/;

/**
 * The versions worth keeping of a plan's history, in the given order: the current one, the first, landmarks, the
 * newest 200 of the last 24 hours; of the rest the last of each hour for a week, then the last of each day (UTC).
 * Thinning twice is thinning once, and thinning on the way changes nothing about what is kept later.
 */
export function thinVersions(versions: readonly PlanVersion[], current: number, now: string): PlanVersion[] {
  const newestFirst = [...versions].sort((a, b) => b.revision - a.revision);
  const first = newestFirst.at(-1)?.revision;
  const today = Date.parse(now);
  const taken = new Set<string>();
  const kept = new Set<number>();
  let fresh = 0;
  for (const { revision, savedAt, label } of newestFirst) {
    const time = Date.parse(savedAt);
    const age = today - time;
    const slot = age < 7 * DAY ? `hour ${Math.floor(time / HOUR)}` : `day ${Math.floor(time / DAY)}`;
    const isFresh = age < DAY && fresh++ < FRESH_VERSIONS;
    const alwaysKept =
      revision === current || revision === first || LANDMARK.test(label) || Number.isNaN(time);
    if (alwaysKept || isFresh || !taken.has(slot)) kept.add(revision);
    taken.add(slot);
  }
  return versions.filter(({ revision }) => kept.has(revision));
}
