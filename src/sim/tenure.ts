import { BAND_F } from './kernel/records';
import { exp } from './kernel/elementary';
import { decay } from './renewal';

/** How long somebody stays, in closed form: the hazard is constant within each band of tenure. */
export interface Tenure {
  /** Chance to be still there so many months on. */
  readonly staying: (time: number) => number;
  /** Months that are expected until then: ∫ staying. */
  readonly months: (time: number) => number;
  /** When the hazard changes. */
  readonly turns: readonly number[];
}

/**
 * The tenure of somebody who has been there for `entry` months and counts time from then on (delayed entry): a history's
 * survivors say nothing of what they have survived. `bands` as of `hazardBands`. Cost: linear in the bands, of each answer too.
 */
export function makeTenure(bands: Float64Array, entry = 0): Tenure {
  const steps: { from: number; force: number; staying: number; months: number }[] = [];
  for (let band = 0; band < bands.length; band += BAND_F) {
    const force = bands[band + 2] ?? 0;
    const from = Math.max(0, (bands[band] ?? 0) - entry);
    const last = steps.at(-1);
    // bands that are over by then
    if (last?.from === from) steps.pop();
    const before = steps.at(-1);
    steps.push({
      from,
      force,
      staying: before ? before.staying * exp(-before.force * (from - before.from)) : 1,
      months: before ? before.months + monthsWithin(before, from) : 0,
    });
  }
  const stepAt = (time: number) => {
    let at = steps.length - 1;
    while (at > 0 && (steps[at]?.from ?? 0) > time) at--;
    return steps[at] ?? { from: 0, force: 0, staying: 1, months: 0 };
  };
  return {
    staying(time) {
      const step = stepAt(time);
      return step.staying * exp(-step.force * (time - step.from));
    },
    months(time) {
      const step = stepAt(time);
      return step.months + monthsWithin(step, time);
    },
    turns: steps.slice(1).map(({ from }) => from),
  };
}

interface Step {
  readonly from: number;
  readonly force: number;
  readonly staying: number;
}

function monthsWithin({ from, force, staying }: Step, until: number): number {
  const length = until - from;
  return force > 0 ? (staying * decay(force * length)) / force : staying * length;
}
