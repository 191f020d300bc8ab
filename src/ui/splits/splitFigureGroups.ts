import type { ChartTable } from '../../charts/chartTable';
import type { SplitFacts } from '../../state/splitFacts';
import type { FigureGroup, RowContext } from './figureRow';
import { outcomeRows, repRows } from './outcomeRows';
import { seatRows } from './seatRows';
import { balanceRows, movesRows, shapeRows } from './shapeRows';

/** The figures of splits, in groups. What has no value for any of them is left out. */
export function splitFigureGroups(all: readonly SplitFacts[]): FigureGroup[] {
  const areas = all.some(({ figures }) => figures.measures.polsbyPopper !== undefined);
  return [
    { name: 'What moves', rows: all.length > 1 ? movesRows : [] },
    { name: 'Balance', rows: balanceRows },
    { name: 'Shape', rows: shapeRows(areas) },
    {
      name: 'Outcome',
      rows: outcomeRows(all.length > 1),
    },
    { name: 'Reps', rows: [...seatRows, ...repRows] },
  ].filter(({ rows }) => rows.length > 0);
}

/** The same as a file: a row for each split. */
export function splitFigureTable(
  all: readonly SplitFacts[],
  base: SplitFacts['split'] | undefined,
  context: RowContext,
): ChartTable {
  const groups = splitFigureGroups(all);
  const pairs = (facts: SplitFacts) =>
    groups.flatMap(({ rows }) => rows.flatMap(({ raw }) => raw(facts, context)));
  const [first] = all;
  return {
    columns: ['Split', 'Held against', ...(first ? pairs(first).map(([name]) => name) : [])],
    rows: all.map((facts) => {
      const against = base && base.id !== facts.split.id ? base.name : '';
      const values = [facts.split.name, against, ...pairs(facts).map(([, value]) => value ?? '')];
      return values.map((raw) => ({ text: String(raw), raw }));
    }),
  };
}
