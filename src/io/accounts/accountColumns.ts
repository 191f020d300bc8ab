import { MOST_MEASURES } from '../../model/accountBook';
import type { AccountRole, ColumnRoles } from '../../model/importedAccounts';
import { parseAmount } from '../history/amounts';
import { foldHeading, isBlank } from '../history/folding';
import { OPPORTUNITY_HEADINGS } from '../history/headings';
import { ACCOUNT_HEADINGS, isPotential, isWorkload, mayMeasure } from './accountHeadings';
import { unitOf, withoutUnit } from './measureUnit';
import { parseDegrees } from './parseDegrees';

type Samples = readonly (readonly string[])[];

/** Whether a column of that role is read as numbers. */
export const isMeasureRole = (role: AccountRole | undefined): boolean =>
  role === 'measure' || role === 'potential' || role === 'workload';

/** Share of a column's filled cells of which that holds; undefined where all are blank. */
function shareOf(samples: Samples, index: number, holds: (cell: string) => boolean): number | undefined {
  const filled = samples.flatMap((row) => (isBlank(row[index] ?? '') ? [] : [row[index] ?? '']));
  return filled.length === 0 ? undefined : filled.filter(holds).length / filled.length;
}

/** An id as systems number things, `ACC-1000`: no amount below zero. */
const CODE = /^\s*\p{L}+-\d/u;

function shareOfNumbers(samples: Samples, index: number): number {
  const unit = unitOf(samples.map((row) => row[index] ?? ''));
  const isNumber = (cell: string) => {
    const amount = parseAmount(withoutUnit(cell, unit));
    return amount.kind === 'amount' && amount.stray === undefined && !CODE.test(cell);
  };
  return shareOf(samples, index, isNumber) ?? 0;
}

/** The roles that headings and first cells say, measures aside. */
function nameColumns(headings: readonly string[], samples: Samples): (AccountRole | undefined)[] {
  const folded = headings.map((heading) => foldHeading(heading.replaceAll('#', ' number')));
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
  return roles;
}

/**
 * What each column of a table of accounts means, by its heading and its first cells (`samples`): each role goes to the first
 * of its headings that is there, and every other column of numbers is a measure, up to `MOST_MEASURES`. One of them at most is
 * the potential and one the workload: two columns of dollars are not to be added.
 */
export function recogniseAccountColumns(headings: readonly string[], samples: Samples): ColumnRoles {
  const roles = nameColumns(headings, samples);
  const measures: number[] = [];
  headings.forEach((heading, index) => {
    if (roles[index] !== undefined || measures.length === MOST_MEASURES || !mayMeasure(heading)) return;
    if (shareOfNumbers(samples, index) < 0.8) return;
    roles[index] = 'measure';
    measures.push(index);
  });
  const potential = measures.find((index) => isPotential(headings[index] ?? ''));
  if (potential !== undefined) roles[potential] = 'potential';
  const workload = measures.find((index) => index !== potential && isWorkload(headings[index] ?? ''));
  if (workload !== undefined) roles[workload] = 'workload';
  return roles;
}

/**
 * Whether a first row is no headings but the first account: none of it is a heading that is known, and some of it is a number
 * or nothing at all.
 */
export function looksHeadless(first: readonly string[]): boolean {
  if (nameColumns(first, []).some((role) => role !== undefined)) return false;
  return first.some((cell) => parseAmount(cell).kind === 'amount' && !/^(19|20)\d\d$/.test(cell.trim()));
}

/**
 * Whether a table is one of accounts: which account a row is and where it lies, or a company's name or id with what only
 * accounts have. Columns of what was sold and when say that it is not.
 */
export function looksLikeAccounts(headings: readonly string[], samples: Samples): boolean {
  const roles = nameColumns(headings, samples);
  const has = (...wanted: AccountRole[]) => wanted.some((role) => roles.includes(role));
  const closes = OPPORTUNITY_HEADINGS.filter(([role]) => role === 'closed' || role === 'expectedClose');
  const dated = headings.some((heading) => closes.some(([, names]) => names.includes(foldHeading(heading))));
  if (dated || !has('id', 'name')) return false;
  if ((has('lat') && has('lon')) || has('postcode')) return true;
  const named = headings.some((heading) =>
    /^(account|customer|company|organi[sz]ation|client)(id|name|number)?$/.test(foldHeading(heading)),
  );
  return named && (has('family') || (has('state', 'territory') && has('owner')));
}
