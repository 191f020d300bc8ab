/** One stay, seen from `entry` to `exit` on an axis that begins with the stay (a person's tenure in months). */
export interface SeenStay {
  /** How long the stay had lasted when it came into view; zero where it was seen from its beginning (delayed entry, left truncation). */
  readonly entry: number;
  /** How long it had lasted when it ended or went out of view. */
  readonly exit: number;
  /** Whether it ended then; else it went on, for how long is unknown (right censoring). */
  readonly left: boolean;
}

/** What a curve says at a time at which at least one stay ended. */
export interface SurvivalPoint {
  readonly time: number;
  /** Stays in view: entered before that time and not over before it. */
  readonly atRisk: number;
  /** Stays that ended at that time. */
  readonly events: number;
  /** Share that lasts longer, Π (1 − events ÷ at risk). */
  readonly staying: number;
  /** Standard error of `staying`; zero where nobody is left, which is not certainty. */
  readonly greenwoodError: number;
  /** Nelson–Aalen: Σ events ÷ at risk. */
  readonly cumulativeHazard: number;
}

/**
 * The Kaplan–Meier estimator with delayed entry and right censoring: one point for each time at which somebody left,
 * ascending; none where nobody did. Before the first the share staying is one. At risk at a time t are those with
 * entry < t ≤ exit: who is lost from view at t still counts, who enters at t does not yet. A stay without any length
 * in view tells nothing and is passed over. With delayed entry few may be at risk early on, and where all of them
 * leave the curve is zero from there on, whatever follows: look at `atRisk`.
 * Sources: Kaplan & Meier 1958, JASA 53:457; Greenwood 1926; Nelson 1969; Aalen 1978; delayed entry: Tsai, Jewell &
 * Wang 1987, Biometrika 74:883, Klein & Moeschberger, Survival Analysis, 4.6. Cost n log n.
 */
export function kaplanMeier(stays: readonly SeenStay[]): SurvivalPoint[] {
  const seen = stays.filter(({ entry, exit }) => exit > entry);
  const entries = seen.map(({ entry }) => entry).toSorted((a, b) => a - b);
  const exits = seen.map(({ exit }) => exit).toSorted((a, b) => a - b);
  const events = new Map<number, number>();
  for (const { exit, left } of seen) if (left) events.set(exit, (events.get(exit) ?? 0) + 1);

  let [entered, gone] = [0, 0];
  let [staying, relativeVariance, cumulativeHazard] = [1, 0, 0];
  return [...events]
    .toSorted(([a], [b]) => a - b)
    .map(([time, count]) => {
      while ((entries[entered] ?? Infinity) < time) entered++;
      while ((exits[gone] ?? Infinity) < time) gone++;
      const atRisk = entered - gone;
      staying *= (atRisk - count) / atRisk;
      relativeVariance += count / (atRisk * (atRisk - count));
      cumulativeHazard += count / atRisk;
      const greenwoodError = staying > 0 ? staying * Math.sqrt(relativeVariance) : 0;
      return { time, atRisk, events: count, staying, greenwoodError, cumulativeHazard };
    });
}
