import type { Units } from './units';

export interface Subset {
  readonly units: Units;
  /** Each of its units' number in the whole. */
  readonly members: Int32Array;
}

/** Some of the units, with what borders they have among themselves. Cost: linear. */
export function subsetUnits(units: Units, members: Int32Array): Subset {
  const { graph } = units;
  const placeOf = new Int32Array(units.count).fill(-1);
  members.forEach((unit, place) => (placeOf[unit] = place));
  const start = new Int32Array(members.length + 1);
  const to: number[] = [];
  const border: number[] = [];
  members.forEach((unit, place) => {
    const end = graph.start[unit + 1] ?? 0;
    for (let edge = graph.start[unit] ?? 0; edge < end; edge++) {
      const other = placeOf[graph.to[edge] ?? 0] ?? -1;
      if (other < 0) continue;
      to.push(other);
      border.push(graph.border[edge] ?? 0);
    }
    start[place + 1] = to.length;
  });
  const pick = (from: Float64Array) => Float64Array.from(members, (unit) => from[unit] ?? 0);
  return {
    members,
    units: {
      count: members.length,
      x: pick(units.x),
      y: pick(units.y),
      weight: pick(units.weight),
      graph: { start, to: Int32Array.from(to), border: Float64Array.from(border) },
      ...(units.area && { area: pick(units.area) }),
      ...(units.perimeter && { perimeter: pick(units.perimeter) }),
    },
  };
}
