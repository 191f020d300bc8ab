import { MOST_MEASURES } from '../../model/accountBook';
import { ACCOUNT_HEADINGS, mayMeasure } from '../accounts/accountHeadings';
import { parseAmount } from '../history/amounts';
import { foldHeading, isBlank } from '../history/folding';
import type { AreaCodes } from './areaCodes';
import type { TextTable } from './readRows';

/** What the columns of a table of areas mean, by their places. */
export interface AreaColumns {
  readonly codes: AreaCodes;
  readonly key: number;
  readonly owner: number | undefined;
  readonly namedBy: 'territory' | 'owner' | 'nothing';
  readonly measures: readonly number[];
}

const SAMPLE_ROWS = 500;
/** Of its filled cells so many must be known areas: under a heading that says so, and under any other. */
const LEAST_NAMED = 0.3;
const LEAST = 0.6;

/**
 * Which column says what area a row is, of which kind, and what the others mean: the column where most cells are areas of one kind, and few
 * of them twice; kinds that come first are preferred. Undefined where no column does.
 */
export function findAreaColumns(
  { headings, rows }: TextTable,
  kinds: readonly AreaCodes[],
): AreaColumns | undefined {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const cellsOf = (column: number) =>
    sample.flatMap(({ cells }) => (isBlank(cells[column] ?? '') ? [] : [cells[column] ?? '']));
  let best: { readonly score: number; readonly key: number; readonly codes: AreaCodes } | undefined;
  headings.forEach((heading, key) => {
    const cells = cellsOf(key);
    kinds.forEach((codes, rank) => {
      const named = codes.heading.test(heading);
      const isNumbers = cells.every((cell) => /^[\d.\s]+$/.test(cell));
      if (cells.length === 0 || (!named && codes.shy && isNumbers)) return;
      const says = named ? cells : cells.filter((cell) => codes.isShort?.(cell) !== true);
      const ids = says.flatMap((cell) => codes.find(cell)?.id ?? []);
      const share = ids.length / cells.length;
      if (share < (named ? LEAST_NAMED : LEAST) || new Set(ids).size < (named ? 0.5 : 0.8) * ids.length)
        return;
      const score = share + (named ? 1 : 0) - Math.min(rank, 9) / 100;
      if (best === undefined || score > best.score) best = { score, key, codes };
    });
  });
  if (best === undefined) return undefined;
  const { key, codes } = best;
  const territory = columnOf(headings, 'territory', key);
  const owner = territory ?? columnOf(headings, 'owner', key);
  const isNumber = (cell: string) => parseAmount(cell).kind === 'amount';
  const measures = headings.flatMap((heading, column) => {
    const cells = cellsOf(column);
    const fits = column !== key && column !== owner && mayMeasure(heading) && cells.length > 0;
    return fits && cells.filter(isNumber).length >= 0.8 * cells.length ? [column] : [];
  });
  return {
    codes,
    key,
    owner,
    namedBy: territory !== undefined ? 'territory' : owner !== undefined ? 'owner' : 'nothing',
    measures: measures.slice(0, MOST_MEASURES),
  };
}

function columnOf(headings: readonly string[], role: 'territory' | 'owner', key: number): number | undefined {
  const names = ACCOUNT_HEADINGS.find(([each]) => each === role)?.[1] ?? [];
  const folded = headings.map(foldHeading);
  return names
    .flatMap((name) =>
      folded.flatMap((heading, column) => (heading === name && column !== key ? [column] : [])),
    )
    .at(0);
}
