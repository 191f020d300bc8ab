import type { Tenure } from './tenure';

/** A leave of absence in months from the plan's start. */
export interface Absence {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Nodes and weights of Gauss–Legendre on [−1, 1], exact to the ninth degree (Abramowitz & Stegun 25.4.30). */
const NODES = [
  [-0.906179845938664, 0.2369268850561891],
  [-0.5384693101056831, 0.4786286704993665],
  [0, 0.5688888888888889],
  [0.5384693101056831, 0.4786286704993665],
  [0.906179845938664, 0.2369268850561891],
] as const;

/**
 * Ramped months expected between two times of one month, of somebody who is there at the first of them unless gone
 * before, with leaves of absence that do not overlap. As the engine has it, a month's ramp share is cut by the share of
 * the time there that is lost: for somebody gone at t, ramped(t) × (1 − lost(t) ÷ (t − from)); its mean is the integral of
 * the slope of that × the chance to be still there. `rampAt` is constant between the `turns`.
 */
export function expectWithAbsences(
  from: number,
  to: number,
  tenure: Tenure,
  rampAt: (time: number) => number,
  absences: readonly Absence[],
  turns: readonly number[],
): number {
  const inside = [...turns, ...tenure.turns, ...absences.flatMap((each) => [each.from, each.to])];
  const cuts = [from, ...inside.filter((time) => time > from && time < to).sort((a, b) => a - b), to];
  let [mean, ramped, lost] = [0, 0, 0];
  cuts.slice(0, -1).forEach((start, piece) => {
    const length = (cuts[piece + 1] ?? to) - start;
    const middle = start + length / 2;
    const ramp = rampAt(middle);
    const away = absences.find((each) => each.from <= middle && middle < each.to)?.share ?? 0;
    for (const [node, weight] of NODES) {
      const passed = (length * (1 + node)) / 2;
      const there = start + passed - from;
      const rampedBy = ramped + ramp * passed;
      const lostBy = lost + away * passed;
      const slope = ramp * (1 - lostBy / there) + (rampedBy * (lostBy / there - away)) / there;
      mean += (weight * length * slope * tenure.staying(start + passed)) / 2;
    }
    ramped += ramp * length;
    lost += away * length;
  });
  return mean;
}
