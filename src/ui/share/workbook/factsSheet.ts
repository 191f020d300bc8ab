import type { WorkbookSheet } from '../../../state/planExchange';

type Cell = WorkbookSheet['rows'][number][number];
type Format = NonNullable<WorkbookSheet['columns'][number]['format']>;

/** What is stated, and its value. */
export type Fact = readonly [name: string, value: Cell];

/** A fact with a figure's format; blank where there is no value. */
export const fact = (name: string, value: string | number | undefined, format?: Format): Fact => [
  name,
  value === undefined || !format ? value : { value, format },
];

/** Facts as a sheet of two columns; those without a value are left out. */
export function factsSheet(name: string, currency: string, facts: readonly Fact[]): WorkbookSheet {
  return {
    name,
    currency,
    columns: [
      { header: 'What', width: 44 },
      { header: 'Value', width: 40 },
    ],
    rows: facts.filter(([, value]) => value !== undefined),
  };
}
