/** Chances beyond the one asked for, between which the frontier is drawn. */
const ROUND_LEVELS = [0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98];
/**
 * Standard errors above the chance asked for at which the search is asked too: what reaches it by luck alone fails the
 * test, and a search that chooses among many plans is lucky.
 */
const ABOVE = [0, 1.5, 3, 5, 8, 13];

/** Chances that the search must reach so that one of its plans passes the test: the one asked for, and some above it. */
export function safeLevels(probability: number, trials: number): number[] {
  const step = Math.sqrt((probability * (1 - probability)) / trials);
  return ABOVE.map((count) => probability + count * step).filter((level) => level < 1);
}

/** All chances to search for, rising: those for safety, and round ones for the frontier. */
export function sweepLevels(probability: number, trials: number): number[] {
  const safe = safeLevels(probability, trials);
  const step = Math.sqrt((probability * (1 - probability)) / trials);
  const apart = ROUND_LEVELS.filter((level) => safe.every((each) => Math.abs(each - level) > step));
  return [...safe, ...apart].sort((a, b) => a - b);
}
