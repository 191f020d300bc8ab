import type { QuotaSeatRow } from './quotaRows';

/** Columns that seats can be put in order by. */
export type QuotaColumn = 'name' | 'quota' | 'expected' | 'gap' | 'mean' | 'median' | 'atQuota';

export interface QuotaSort {
  readonly column: QuotaColumn;
  readonly descending: boolean;
}

const KEYS: Readonly<Record<QuotaColumn, (row: QuotaSeatRow) => string | number | undefined>> = {
  name: (row) => row.name.toLowerCase(),
  quota: (row) => row.quota,
  expected: (row) => row.figures?.meanBookings,
  gap: (row) => row.figures && row.figures.meanBookings - row.quota,
  mean: (row) => row.figures?.attainment?.mean,
  median: (row) => row.figures?.attainment?.median,
  atQuota: (row) => row.figures?.attainment?.atQuota.value,
};

/** What a click on a heading makes of the order: rising, falling, then the tree again. */
export function nextSort(now: QuotaSort | undefined, column: QuotaColumn): QuotaSort | undefined {
  if (now?.column !== column) return { column, descending: false };
  return now.descending ? undefined : { column, descending: true };
}

/**
 * Seats whose name, role or manager has every word typed, in the order asked for; those without a figure last, whichever
 * way it goes, and equals as they stood. Cost: seats × log(seats).
 */
export function orderedSeats(
  rows: readonly QuotaSeatRow[],
  filter: string,
  sort: QuotaSort | undefined,
): QuotaSeatRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ name, role, manager }: QuotaSeatRow) => {
    const text = `${name} ${role} ${manager}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const kept = rows.filter(fits);
  if (!sort) return kept;
  const keyOf = KEYS[sort.column];
  const sign = sort.descending ? -1 : 1;
  return kept.sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return a === b ? 0 : a < b ? -sign : sign;
  });
}
