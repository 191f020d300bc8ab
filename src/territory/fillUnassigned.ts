import { centresOf } from './centresOf';
import type { Split, Units } from './units';

/**
 * The split with every unit in a territory: from the borders outwards, each free unit joins the territory that it touches
 * whose centre is nearest; what touches none joins the nearest centre of all. Linear, for each of as many passes as the free region is deep.
 */
export function fillUnassigned(units: Units, split: Split, territories: number): Split {
  const { count, x, y, graph } = units;
  const centres = centresOf(units, split, territories);
  const used = new Uint8Array(territories);
  for (const territory of split) if (territory >= 0) used[territory] = 1;
  const filled = split.slice();
  const apart = (unit: number, territory: number) => {
    const dx = (x[unit] ?? 0) - (centres.x[territory] ?? 0);
    const dy = (y[unit] ?? 0) - (centres.y[territory] ?? 0);
    return dx * dx + dy * dy;
  };
  const nearest = (unit: number, candidates: Iterable<number>) => {
    let best = -1;
    let least = Infinity;
    for (const territory of candidates) {
      if (territory < 0 || used[territory] !== 1) continue;
      const distance = apart(unit, territory);
      if (distance >= least) continue;
      least = distance;
      best = territory;
    }
    return best;
  };
  let free = Array.from({ length: count }, (_, unit) => unit).filter((unit) => (filled[unit] ?? -1) < 0);
  while (free.length > 0) {
    // Found for all before any is put, so that the order of units decides nothing.
    const joins = free.map((unit) => {
      const neighbours = graph.to.subarray(graph.start[unit] ?? 0, graph.start[unit + 1] ?? 0);
      return nearest(
        unit,
        Array.from(neighbours, (other) => filled[other] ?? -1),
      );
    });
    const stuck = joins.every((territory) => territory < 0);
    const later: number[] = [];
    free.forEach((unit, place) => {
      const territory = stuck ? nearest(unit, used.keys()) : (joins[place] ?? -1);
      if (territory >= 0) filled[unit] = territory;
      else if (!stuck) later.push(unit);
    });
    free = later;
  }
  return filled;
}
