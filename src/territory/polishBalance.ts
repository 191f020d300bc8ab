import { gainOfMoves, type Moves } from './gainOfMoves';
import { strainOf, type Limit } from './limits';
import { SplitState } from './splitState';
import type { Split, Units } from './units';
import { wholenessOf, type Wholeness } from './wholeness';

/** A way to bring a territory nearer to its target: units and where they go, one after the other. */
interface Remedy {
  readonly moves: Moves;
  /** How much less the squared deviations come to. */
  readonly gain: number;
}

/**
 * Takes the territory that is farthest off its target, again and again, and brings it nearer by the best shift across its
 * border, swap along it, or chain (a unit to a neighbour that hands one on to a third), until all are within the tolerance
 * or none can be helped. Contiguity is kept, unless territories may lie in `pieces`. Cost: the product of both sides' border units for each remedy.
 */
export function polishBalance(
  units: Units,
  start: Split,
  options: {
    readonly targets: Float64Array;
    readonly tolerance: number;
    readonly locked?: Uint8Array;
    readonly limits?: readonly Limit[];
    readonly pieces?: boolean;
  },
): Split {
  const { targets, tolerance, locked, limits = [], pieces = false } = options;
  const state = new SplitState(units, start, targets, limits);
  const whole = wholenessOf(units, state, pieces);
  const k = targets.length;
  const deviation = (t: number) => {
    const target = targets[t] ?? 0;
    const off = target > 0 ? Math.abs((state.loads[t] ?? 0) / target - 1) : 0;
    return limits.reduce(
      (most, limit, index) =>
        Math.max(most, tolerance * strainOf(limit, t, state.limitLoads[index]?.[t] ?? 0)),
      off,
    );
  };
  let considered = 0;
  const gainOf = (moves: Moves) => {
    considered++;
    return gainOfMoves(units, state, moves, { targets, tolerance, limits });
  };
  const helpless = new Uint8Array(k);
  for (let round = 0; round < 40 * k; round++) {
    let worst = -1;
    for (let t = 0; t < k; t++) if (!helpless[t] && (worst < 0 || deviation(t) > deviation(worst))) worst = t;
    if (worst < 0 || deviation(worst) <= tolerance) break;
    if ((limits.length > 0 || pieces) && considered > MOST_CONSIDERED * units.count) break;
    if (applyBest(remediesOf(worst, units, state, targets.length, gainOf, locked), state, whole))
      helpless.fill(0);
    else helpless[worst] = 1;
  }
  return state.split;
}

/** Remedies weighed for each unit, at most, where there are limits, which may be such that no search meets them, or pieces, which have borders everywhere. */
const MOST_CONSIDERED = 100;
/** Remedies looked at for a territory, the best first. */
const MOST_TRIED = 60;

/** Takes the first remedy that leaves every territory whole. */
function applyBest(remedies: Remedy[], state: SplitState, whole: Wholeness): boolean {
  remedies.sort((a, b) => b.gain - a.gain);
  for (const { moves } of remedies.slice(0, MOST_TRIED)) {
    const done: (readonly [number, number])[] = [];
    for (const [unit, to] of moves) {
      const from = state.split[unit] ?? -1;
      if (!whole.staysWhole(unit) || !whole.touches(unit, to)) break;
      state.move(unit, to);
      done.push([unit, from]);
    }
    if (done.length === moves.length) return true;
    for (const [unit, from] of done.reverse()) state.move(unit, from);
  }
  return false;
}

function remediesOf(
  t: number,
  units: Units,
  state: SplitState,
  territories: number,
  gainOf: (moves: Moves) => number,
  locked: Uint8Array | undefined,
): Remedy[] {
  const { graph } = units;
  const { split } = state;
  /** Border units by the territory they are in and the one they may go to. */
  const borders = new Map<number, number[]>();
  const key = (from: number, to: number) => from * territories + to;
  const listBorder = (from: number) => {
    for (let unit = 0; unit < units.count; unit++) {
      if (split[unit] !== from || locked?.[unit]) continue;
      const end = graph.start[unit + 1] ?? 0;
      for (let edge = graph.start[unit] ?? 0; edge < end; edge++) {
        const to = split[graph.to[edge] ?? 0] ?? -1;
        if (to < 0 || to === from) continue;
        const list = borders.get(key(from, to)) ?? [];
        if (list.at(-1) !== unit && !list.includes(unit)) list.push(unit);
        borders.set(key(from, to), list);
      }
    }
  };
  const neighboursOf = (from: number) => {
    const found = new Set<number>();
    for (let unit = 0; unit < units.count; unit++) {
      if (split[unit] !== from) continue;
      const end = graph.start[unit + 1] ?? 0;
      for (let edge = graph.start[unit] ?? 0; edge < end; edge++) {
        const to = split[graph.to[edge] ?? 0] ?? -1;
        if (to >= 0 && to !== from) found.add(to);
      }
    }
    return [...found];
  };
  const near = neighboursOf(t);
  for (const territory of [t, ...near]) listBorder(territory);
  const remedies: Remedy[] = [];
  const consider = (...moves: Moves) => {
    const gain = gainOf(moves);
    if (gain > 1e-12) remedies.push({ moves, gain });
  };
  for (const s of near) {
    const out = borders.get(key(t, s)) ?? [];
    const come = borders.get(key(s, t)) ?? [];
    for (const a of out) consider([a, s]);
    for (const b of come) consider([b, t]);
    for (const a of out) for (const b of come) consider([a, s], [b, t]);
    for (const [pair, list] of borders) {
      // chains: s takes from t and hands on to r, or gives to t and takes from r
      const from = Math.floor(pair / territories);
      const to = pair % territories;
      if (from === s && to !== t) for (const a of out) for (const c of list) consider([a, s], [c, to]);
      if (to === s && from !== t) for (const b of come) for (const c of list) consider([c, s], [b, t]);
    }
  }
  return remedies;
}
