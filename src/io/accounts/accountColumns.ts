import { MOST_MEASURES } from '../../model/accountBook';
import type { AccountRole } from '../../model/importedAccounts';
import { parseAmount } from '../history/amounts';
import { foldHeading, isBlank } from '../history/folding';
import { ACCOUNT_HEADINGS, mayMeasure } from './accountHeadings';
import { parseDegrees } from './parseDegrees';

/** The role of each column, by its place; undefined where it is passed over. */
export type ColumnRoles = readonly (AccountRole | undefined)[];

type Samples = readonly (readonly string[])[];

/** Share of a column's filled cells of which that holds; undefined where all are blank. */
function shareOf(samples: Samples, index: number, holds: (cell: string) => boolean): number | undefined {
  const filled = samples.flatMap((row) => (isBlank(row[index] ?? '') ? [] : [row[index] ?? '']));
  return filled.length === 0 ? undefined : filled.filter(holds).length / filled.length;
}

const isNumber = (cell: string) => {
  const amount = parseAmount(cell);
  return amount.kind === 'amount' && amount.stray === undefined;
};

/**
 * What each column of a table of accounts means, by its heading and its first cells (`samples`): each role goes to the first
 * of its headings that is there, and every other column of numbers is a measure, up to `MOST_MEASURES`.
 */
export function recogniseAccountColumns(headings: readonly string[], samples: Samples): ColumnRoles {
  const folded = headings.map(foldHeading);
  const roles: (AccountRole | undefined)[] = headings.map(() => undefined);
  for (const [role, names] of ACCOUNT_HEADINGS) {
    const suits = (index: number) =>
      (role !== 'lat' && role !== 'lon') ||
      (shareOf(samples, index, (cell) => parseDegrees(cell) !== undefined) ?? 1) >= 0.5;
    const found = names
      .flatMap((name) => folded.flatMap((heading, index) => (heading === name ? [index] : [])))
      .find((index) => roles[index] === undefined && suits(index));
    if (found !== undefined) roles[found] = role;
  }
  let measures = 0;
  headings.forEach((heading, index) => {
    if (roles[index] !== undefined || measures === MOST_MEASURES || !mayMeasure(heading)) return;
    if ((shareOf(samples, index, isNumber) ?? 0) < 0.8) return;
    roles[index] = 'measure';
    measures++;
  });
  return roles;
}
