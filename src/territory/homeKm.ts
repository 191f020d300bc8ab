import type { Split, Units } from './units';

/** A place that somebody lives at, in km on the units' map, and the territory they work. */
export interface Home {
  readonly territory: number;
  readonly x: number;
  readonly y: number;
}

/** How far units are from home, weighed: the mean, and what nine tenths are nearer than. */
export interface HomeKm {
  readonly mean: number;
  readonly p90: number;
}

const away = (units: Units, unit: number, { x, y }: Pick<Home, 'x' | 'y'>): number => {
  const dx = (units.x[unit] ?? 0) - x;
  const dy = (units.y[unit] ?? 0) - y;
  return Math.sqrt(dx * dx + dy * dy);
};

/** Weighted mean km from each home to each territory's units, homes by rows; NaN for territories without weight. Cost: homes × units. */
export function kmFromHomes(
  units: Units,
  split: Split,
  territories: number,
  homes: readonly (Pick<Home, 'x' | 'y'> | undefined)[],
): Float64Array {
  const loads = new Float64Array(territories);
  split.forEach((territory, unit) => {
    if (territory >= 0) loads[territory] = (loads[territory] ?? 0) + (units.weight[unit] ?? 0);
  });
  const km = new Float64Array(homes.length * territories);
  homes.forEach((home, row) => {
    if (!home) return km.fill(Number.NaN, row * territories, (row + 1) * territories);
    for (let unit = 0; unit < units.count; unit++) {
      const cell = row * territories + (split[unit] ?? -1);
      if ((split[unit] ?? -1) >= 0)
        km[cell] = (km[cell] ?? 0) + (units.weight[unit] ?? 0) * away(units, unit, home);
    }
    loads.forEach((load, territory) => {
      const cell = row * territories + territory;
      km[cell] = load > 0 ? (km[cell] ?? 0) / load : Number.NaN;
    });
  });
  return km;
}

/**
 * How far each territory's units are from the nearest home of those who work it, and all of these together; undefined
 * where no home is known. Cost: a sort of the units, and its homes for each.
 */
export function homeKm(
  units: Units,
  split: Split,
  territories: number,
  homes: readonly Home[],
): { readonly byTerritory: readonly (HomeKm | undefined)[]; readonly all: HomeKm | undefined } {
  const of = Array.from({ length: territories }, (_, territory) =>
    homes.filter((home) => home.territory === territory),
  );
  const ways: { km: number; weight: number; territory: number }[] = [];
  for (let unit = 0; unit < units.count; unit++) {
    const territory = split[unit] ?? -1;
    const own = of[territory] ?? [];
    const weight = units.weight[unit] ?? 0;
    if (own.length === 0 || !(weight > 0)) continue;
    ways.push({ km: Math.min(...own.map((home) => away(units, unit, home))), weight, territory });
  }
  ways.sort((a, b) => a.km - b.km);
  return {
    byTerritory: of.map((_, territory) => summed(ways.filter((way) => way.territory === territory))),
    all: summed(ways),
  };
}

/** Of ways in rising order. */
function summed(ways: readonly { readonly km: number; readonly weight: number }[]): HomeKm | undefined {
  const total = ways.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) return undefined;
  const mean = ways.reduce((sum, { km, weight }) => sum + km * weight, 0) / total;
  let below = 0;
  for (const { km, weight } of ways) {
    below += weight;
    if (below >= 0.9 * total) return { mean, p90: km };
  }
  return { mean, p90: ways.at(-1)?.km ?? 0 };
}
