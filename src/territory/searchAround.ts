import { annealSplit } from './annealSplit';
import { limitLoads, strainOf, subsetLimits, type Limit } from './limits';
import { polishBalance } from './polishBalance';
import { recombineSplit } from './recombineSplit';
import { subsetUnits } from './subsetUnits';
import type { Split, Units } from './units';

/** Rounds at most, and the widest ring of neighbours that is taken up. */
const ROUNDS = 30;
const WIDEST = 3;
/** Rounds where there are limits, which may be such that no search meets them. */
const LIMITED_ROUNDS = 12;
/** How often each ring is tried before a territory is given up. */
const TURNS = 2;
const SWEEPS = 300;
/** Pairs of territories cut anew where that is of no use, and sweeps that then smooth what was cut. */
const CUTS = 3000;
const SWEEPS_AFTER = 60;

/**
 * Takes up the territory farthest off its target together with its neighbours, and searches that part anew from where it
 * stands, in a wider ring each time it is of no use, until all are within the tolerance or the rounds are used up: heavy
 * units need several territories to make room at once. Where units alone find no way, pairs of territories are cut anew.
 */
export function searchAround(
  units: Units,
  start: Split,
  options: {
    readonly targets: Float64Array;
    readonly tolerance: number;
    /** Deviation up to which no cut is worth while, the tolerance where absent. */
    readonly enough?: number;
    readonly seed: number;
    readonly locked?: Uint8Array;
    readonly limits?: readonly Limit[];
    /** As of `recombineSplit`: what is cut anew moves as little as may be. */
    readonly home?: { readonly split: Split; readonly weight: number };
  },
): Split {
  const { targets, tolerance, enough = tolerance, locked, limits = [], home } = options;
  let split = start;
  let failures = 0;
  let skipped = new Set<number>();
  for (let round = 0; round < (limits.length > 0 ? LIMITED_ROUNDS : ROUNDS); round++) {
    const deviations = deviationsOf(units, split, options);
    const worst = farthest(deviations, skipped);
    if (worst < 0 || (deviations[worst] ?? 0) <= tolerance) break;
    const around = neighbourhood(units, split, worst, 1 + (failures % WIDEST), targets.length);
    const place = new Map(around.map((territory, index) => [territory, index]));
    const chosen = Int32Array.from({ length: units.count }, (_, unit) => unit).filter((unit) =>
      place.has(split[unit] ?? -1),
    );
    const { units: part, members } = subsetUnits(units, chosen);
    const own = {
      targets: Float64Array.from(around, (territory) => targets[territory] ?? 0),
      tolerance,
      seed: options.seed + round + 1,
      sweeps: SWEEPS,
      ...(limits.length > 0 && { limits: subsetLimits(limits, members, around) }),
      ...(locked && { locked: Uint8Array.from(members, (unit) => locked[unit] ?? 0) }),
    };
    const before = Int32Array.from(members, (unit) => place.get(split[unit] ?? -1) ?? -1);
    const least = badness(part, before, own) - 1e-12;
    let after = polishBalance(part, annealSplit(part, before, own), own);
    if (badness(part, after, own) >= least && (deviations[worst] ?? 0) > enough) {
      const belongs = home && Int32Array.from(members, (unit) => place.get(home.split[unit] ?? -1) ?? -1);
      const cut = recombineSplit(part, before, {
        ...own,
        steps: CUTS,
        ...(belongs && { home: { split: belongs, weight: home.weight } }),
      });
      after = polishBalance(part, annealSplit(part, cut, { ...own, sweeps: SWEEPS_AFTER }), own);
    }
    if (badness(part, after, own) < least) {
      const changed = split.slice();
      members.forEach((unit, index) => (changed[unit] = around[after[index] ?? 0] ?? -1));
      split = changed;
      failures = 0;
      skipped = new Set();
    } else if (++failures === TURNS * WIDEST) {
      skipped.add(worst);
      failures = 0;
    }
  }
  return split;
}

export interface Aims {
  readonly targets: Float64Array;
  readonly tolerance: number;
  readonly limits?: readonly Limit[];
}

/** How far each territory is off: of its load, or of what strains a limit most, in the tolerance's terms. */
function deviationsOf(units: Units, split: Split, { targets, tolerance, limits = [] }: Aims): Float64Array {
  const loads = new Float64Array(targets.length);
  split.forEach((territory, unit) => {
    if (territory >= 0) loads[territory] = (loads[territory] ?? 0) + (units.weight[unit] ?? 0);
  });
  const deviations = loads.map((load, territory) => {
    const target = targets[territory] ?? 0;
    return target > 0 ? Math.abs(load / target - 1) : 0;
  });
  for (const limit of limits)
    limitLoads(limit, split, targets.length).forEach((load, territory) => {
      const strain = tolerance * strainOf(limit, territory, load);
      deviations[territory] = Math.max(deviations[territory] ?? 0, strain);
    });
  return deviations;
}

function farthest(deviations: Float64Array, skipped: ReadonlySet<number>): number {
  let worst = -1;
  deviations.forEach((deviation, territory) => {
    if (!skipped.has(territory) && (worst < 0 || deviation > (deviations[worst] ?? 0))) worst = territory;
  });
  return worst;
}

/** What is beyond the tolerance, the worst counting most. */
export function badness(units: Units, split: Split, aims: Aims): number {
  return deviationsOf(units, split, aims).reduce((sum, each) => {
    const beyond = Math.max(0, each - aims.tolerance);
    return sum + beyond * beyond * beyond * beyond;
  }, 0);
}

/** The territory and those within so many steps of it, in their order. */
function neighbourhood(
  units: Units,
  split: Split,
  territory: number,
  ring: number,
  territories: number,
): number[] {
  const { graph } = units;
  const within = new Uint8Array(territories);
  within[territory] = 1;
  for (let step = 0; step < ring; step++) {
    const reached = within.slice();
    for (let unit = 0; unit < units.count; unit++) {
      if (!within[split[unit] ?? -1]) continue;
      const end = graph.start[unit + 1] ?? 0;
      for (let edge = graph.start[unit] ?? 0; edge < end; edge++) {
        const other = split[graph.to[edge] ?? 0] ?? -1;
        if (other >= 0) reached[other] = 1;
      }
    }
    within.set(reached);
  }
  return Array.from(within.keys()).filter((each) => within[each] === 1);
}
