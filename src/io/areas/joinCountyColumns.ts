import { isBlank } from '../history/folding';
import { findState } from './areaExtent';
import type { TextTable } from './readRows';

export interface JoinedCounties {
  /** The table with a column more: each row's county by its FIPS code of five digits, or by name and state. */
  readonly table: TextTable;
  /** The two columns that it was made of. */
  readonly from: readonly [number, number];
  /** Rows whose codes had lost their zeros, with the two cells as they stand. */
  readonly mended: ReadonlyMap<number, string>;
}

const SAMPLE_ROWS = 500;
const LEAST = 0.6;
const whole = (cell: string) => cell.trim().replace(/\.0+$/, '');

/**
 * Counties whose state and county stand in two columns, as the Census Bureau writes them (`STATEFP`, `COUNTYFP`) or by name. Undefined where there
 * are no two such columns, or the county's says its state itself (`01001`, `Autauga, AL`). Linear in the rows.
 */
export function joinCountyColumns({ headings, rows }: TextTable): JoinedCounties | undefined {
  const share = (column: number, holds: (cell: string) => boolean) => {
    const cells = rows.slice(0, SAMPLE_ROWS).map(({ cells: all }) => all[column] ?? '');
    const filled = cells.filter((cell) => !isBlank(cell));
    return filled.length > 0 && filled.filter(holds).length >= LEAST * filled.length;
  };
  const find = (named: RegExp, other: RegExp, holds: (cell: string) => boolean) =>
    headings.findIndex(
      (heading, column) => named.test(heading) && !other.test(heading) && share(column, holds),
    );
  const state = find(/state|^st$/i, /county|parish/i, (cell) => findState(whole(cell)) !== undefined);
  const county = find(
    /county|parish/i,
    /state/i,
    (cell) => !/^\d{4,}$/.test(whole(cell)) && !cell.includes(','),
  );
  if (state < 0 || county < 0) return undefined;
  const mended = new Map<number, string>();
  const joined = rows.map(({ row, cells }) => {
    const [stateCell, countyCell] = [whole(cells[state] ?? ''), whole(cells[county] ?? '')];
    const fips = findState(stateCell);
    if (fips === undefined || isBlank(countyCell))
      return { row, cells: [...padTo(cells, headings.length), ''] };
    const isCode = /^\d{1,3}$/.test(countyCell);
    if (isCode && (countyCell.length < 3 || /^\d$/.test(stateCell)))
      mended.set(row, `${stateCell} and ${countyCell}`);
    const place = isCode ? `${fips}${countyCell.padStart(3, '0')}` : `${countyCell}, ${fips}`;
    return { row, cells: [...padTo(cells, headings.length), place] };
  });
  const heading = `${headings[state] ?? ''} and ${headings[county] ?? ''}`;
  return { table: { headings: [...headings, heading], rows: joined }, from: [state, county], mended };
}

/** Rows may be shorter than their headings, or longer. */
const padTo = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, column) => cells[column] ?? '');
