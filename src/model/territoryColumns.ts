import type { PasteColumn } from './pasteColumns';

export type TerritoryColumn = 'name' | 'region' | 'potential' | 'workload' | 'seats';

/** What a pasted row of a territory can hold, in the order that a block without headings is read in. */
export const territoryColumns: readonly PasteColumn<TerritoryColumn>[] = [
  { id: 'name', label: 'Territory', words: ['name', 'territory name', 'patch', 'area'] },
  { id: 'region', label: 'Region', words: ['region name', 'geo', 'geography'] },
  {
    id: 'potential',
    label: 'Potential',
    words: ['annual potential', 'potential a year', 'potential per year', 'market potential', 'tam'],
  },
  {
    id: 'workload',
    label: 'Workload',
    words: ['hours', 'workload hours', 'selling hours', 'hours a year', 'hours per year', 'annual workload'],
  },
  { id: 'seats', label: 'Seats', words: ['seat', 'sellers', 'seller', 'reps', 'rep', 'owner', 'people'] },
];
