import type { Split } from './units';

/** Where units belong, and what a unit of weight elsewhere costs, in squared km; −1 for units that belong nowhere. */
export interface Keep {
  readonly split: Split;
  readonly cost: number;
}

/** Squared km beyond any on Earth. */
const FAR = 1e12;

/** Locked units have one choice: the others cost more than the map is wide. `choices` and `costs` as of `chooseNearest`. */
export function choiceOfLocked(locks: Split, width: number, choices: Int32Array, costs: Float64Array): void {
  for (let unit = 0; unit < locks.length; unit++) {
    const lock = locks[unit] ?? -1;
    if (lock < 0) continue;
    const base = unit * width;
    for (let a = 0; a < width; a++) {
      if (choices[base + a] === lock) choices[base + a] = choices[base] ?? 0;
      costs[base + a] = FAR;
    }
    choices[base] = lock;
    costs[base] = 0;
  }
}

/** Each unit's home is among its choices, in the last one's place where it was not, and the others cost more by what keeping is worth. */
export function choiceOfHome(
  { split, cost }: Keep,
  squareTo: (unit: number, territory: number) => number,
  width: number,
  choices: Int32Array,
  costs: Float64Array,
): void {
  for (let unit = 0; unit < split.length; unit++) {
    const home = split[unit] ?? -1;
    if (home < 0) continue;
    const base = unit * width;
    let at = width - 1;
    for (let a = 0; a < width; a++) {
      if (choices[base + a] === home) at = a;
      costs[base + a] = (costs[base + a] ?? 0) + cost;
    }
    choices[base + at] = home;
    costs[base + at] = squareTo(unit, home);
  }
}
