import { Contiguity } from './contiguity';
import { SplitState } from './splitState';
import type { Split, Units } from './units';

/** A way to bring a territory nearer to its target: units and where they go, one after the other. */
interface Remedy {
  readonly moves: readonly (readonly [unit: number, to: number])[];
  /** How much less the squared deviations come to. */
  readonly gain: number;
}

/**
 * Takes the territory that is farthest off its target, again and again, and brings it nearer by the best shift across its
 * border, swap along it, or chain (a unit to a neighbour that hands one on to a third), until all are within the tolerance
 * or none can be helped. Contiguity is kept. Cost: the product of both sides' border units for each remedy.
 */
export function polishBalance(
  units: Units,
  start: Split,
  options: { readonly targets: Float64Array; readonly tolerance: number; readonly locked?: Uint8Array },
): Split {
  const { targets, tolerance, locked } = options;
  const state = new SplitState(units, start, targets);
  const whole = new Contiguity(units.graph, state.split);
  const k = targets.length;
  const deviation = (t: number) => {
    const target = targets[t] ?? 0;
    return target > 0 ? (state.loads[t] ?? 0) / target - 1 : 0;
  };
  const helpless = new Uint8Array(k);
  for (let round = 0; round < 40 * k; round++) {
    let worst = -1;
    for (let t = 0; t < k; t++)
      if (!helpless[t] && (worst < 0 || Math.abs(deviation(t)) > Math.abs(deviation(worst)))) worst = t;
    if (worst < 0 || Math.abs(deviation(worst)) <= tolerance) break;
    if (applyBest(remediesOf(worst, units, state, targets, locked), state, whole)) helpless.fill(0);
    else helpless[worst] = 1;
  }
  return state.split;
}

/** Remedies looked at for a territory, the best first. */
const MOST_TRIED = 60;

/** Takes the first remedy that leaves every territory whole. */
function applyBest(remedies: Remedy[], state: SplitState, whole: Contiguity): boolean {
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
  targets: Float64Array,
  locked: Uint8Array | undefined,
): Remedy[] {
  const { weight, graph } = units;
  const { split, loads } = state;
  const off = (territory: number, change: number) => {
    const target = targets[territory] ?? 0;
    const d = target > 0 ? ((loads[territory] ?? 0) + change) / target - 1 : 0;
    return d * d;
  };
  /** Border units by the territory they are in and the one they may go to. */
  const borders = new Map<number, number[]>();
  const key = (from: number, to: number) => from * targets.length + to;
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
  const consider = (moves: Remedy['moves'], changes: ReadonlyMap<number, number>) => {
    let gain = 0;
    for (const [territory, change] of changes) gain += off(territory, 0) - off(territory, change);
    if (gain > 1e-12) remedies.push({ moves, gain });
  };
  const w = (unit: number) => weight[unit] ?? 0;
  for (const s of near) {
    const out = borders.get(key(t, s)) ?? [];
    const come = borders.get(key(s, t)) ?? [];
    for (const a of out)
      consider(
        [[a, s]],
        new Map([
          [t, -w(a)],
          [s, w(a)],
        ]),
      );
    for (const b of come)
      consider(
        [[b, t]],
        new Map([
          [t, w(b)],
          [s, -w(b)],
        ]),
      );
    for (const a of out)
      for (const b of come)
        consider(
          [
            [a, s],
            [b, t],
          ],
          new Map([
            [t, w(b) - w(a)],
            [s, w(a) - w(b)],
          ]),
        );
    for (const [pair, list] of borders) {
      // chains: s takes from t and hands on to r, or gives to t and takes from r
      const from = Math.floor(pair / targets.length);
      const to = pair % targets.length;
      if (from === s && to !== t)
        for (const a of out)
          for (const c of list)
            consider(
              [
                [a, s],
                [c, to],
              ],
              new Map([
                [t, -w(a)],
                [s, w(a) - w(c)],
                [to, w(c)],
              ]),
            );
      if (to === s && from !== t)
        for (const b of come)
          for (const c of list)
            consider(
              [
                [c, s],
                [b, t],
              ],
              new Map([
                [t, w(b)],
                [s, w(c) - w(b)],
                [from, -w(c)],
              ]),
            );
    }
  }
  return remedies;
}
