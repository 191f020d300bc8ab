import type { coverageTerms } from './coverageTerms';
import type { TerritoryKey } from './territoryOrder';

/** A column of the table of territories. */
export interface TerritoryTableColumn {
  readonly key: TerritoryKey;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  /** Figures stand at the end of their cell. */
  readonly figure: boolean;
  readonly term?: keyof typeof coverageTerms;
}

/** The columns in their order: what is stated, who works it, what comes of that. */
export const territoryTableColumns: readonly TerritoryTableColumn[] = [
  { key: 'name', label: 'Territory', width: 136, figure: false },
  { key: 'region', label: 'Region', width: 96, figure: false },
  { key: 'potential', label: 'Potential', width: 96, figure: true, term: 'potential' },
  { key: 'workload', label: 'Hours', width: 64, figure: true, term: 'workload' },
  { key: 'seats', label: 'Seats', width: 96, figure: false },
  { key: 'coverage', label: 'Coverage', width: 88, figure: true, term: 'coverage' },
  { key: 'yielded', label: 'Yield', width: 52, figure: true, term: 'yield' },
  { key: 'expected', label: 'Expected', width: 68, figure: true },
];
