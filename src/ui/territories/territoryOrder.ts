import type { TerritoryFigures } from './territoryFigures';

export type TerritoryKey =
  'name' | 'region' | 'potential' | 'workload' | 'seats' | 'coverage' | 'yielded' | 'expected';

export interface TerritorySort {
  readonly key: TerritoryKey;
  readonly descending: boolean;
}

const KEYS: Readonly<Record<TerritoryKey, (row: TerritoryFigures) => string | number | undefined>> = {
  name: ({ territory }) => territory.name.toLowerCase(),
  region: ({ region }) => region?.name.toLowerCase(),
  potential: ({ territory }) => territory.potential,
  workload: ({ territory }) => territory.workload,
  seats: ({ seats }) => seats.length,
  coverage: ({ coverage }) => coverage,
  yielded: ({ yielded }) => yielded,
  expected: ({ expected }) => expected,
};

/**
 * The territories whose name and region, with one of their people, have every word of the filter, in the order asked for; those without
 * the figure last, whichever way it goes.
 */
export function orderTerritories(
  rows: readonly TerritoryFigures[],
  filter: string,
  sort: TerritorySort | undefined,
): TerritoryFigures[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter(({ territory, region, seats }) => {
    const place = `${territory.name} ${region?.name ?? ''}`;
    // With one seat at a time: a first name here and a last name there are nobody.
    const texts = [place, ...seats.map(({ name }) => `${place} ${name}`)].map((text) => text.toLowerCase());
    return texts.some((text) => words.every((word) => text.includes(word)));
  });
  if (!sort) return found;
  const keyOf = KEYS[sort.key];
  const sign = sort.descending ? -1 : 1;
  return found.sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return a === b ? 0 : a < b ? -sign : sign;
  });
}
