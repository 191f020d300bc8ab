import type { ColumnRole, FileKind } from '../../model/history';
import { isBlank, foldHeading, foldName } from './folding';
import { readDate } from './dates';
import { parseAmount } from './amounts';
import {
  isCompanyTable,
  OPPORTUNITY_HEADINGS,
  PRODUCT_HEADINGS,
  quotaPeriods,
  SELLER_HEADINGS,
  type Headings,
} from './headings';
import { parseFlag, parseStage } from './outcomes';

/** A column that is used: where it stands and what it means. In order of preference within a role. */
export interface RoleColumn {
  readonly index: number;
  readonly role: ColumnRole;
  readonly heading: string;
}

export interface Recognition {
  readonly kind: FileKind;
  readonly columns: readonly RoleColumn[];
  /** For an unrecognised table that looks like one of opportunities: the roles it lacks, in words. */
  readonly missing: readonly string[];
}

type Samples = readonly (readonly string[])[];

/** Share of a column's filled cells of which that holds; 1 where all are blank. */
function shareOf(samples: Samples, index: number, holds: (cell: string) => boolean): number {
  const filled = samples.flatMap((row) => (isBlank(row[index] ?? '') ? [] : [row[index] ?? '']));
  return filled.length === 0 ? 1 : filled.filter(holds).length / filled.length;
}

const isDateLike = (cell: string) => !['unreadable', 'blank'].includes(readDate(cell).kind);
const isAmountLike = (cell: string) => parseAmount(cell).kind === 'amount';

/** What the cells of a column must mostly be for it to have the role its heading says. */
const CONTENT: Partial<Record<ColumnRole, (cell: string) => boolean>> = {
  created: isDateLike,
  closed: isDateLike,
  expectedClose: isDateLike,
  hired: isDateLike,
  amount: isAmountLike,
  listPrice: isAmountLike,
  quota: isAmountLike,
  isWon: (cell) => parseFlag(cell) !== undefined,
  isClosed: (cell) => parseFlag(cell) !== undefined,
  isDeleted: (cell) => parseFlag(cell) !== undefined,
};

/** Roles of which a row may take the first column that is filled; of others the best column is enough. */
const SEVERAL: readonly ColumnRole[] = ['closed', 'amount'];

function columnsOf(table: Headings, headings: readonly string[], samples: Samples): RoleColumn[] {
  const folded = headings.map(foldHeading);
  const found: RoleColumn[] = [];
  for (const [role, names] of table) {
    const suits = (index: number) => {
      const holds = CONTENT[role];
      return holds === undefined || shareOf(samples, index, holds) >= 0.5;
    };
    let indices = names.flatMap((name) =>
      folded.flatMap((heading, index) => (heading === name && suits(index) ? [index] : [])),
    );
    if (role === 'quota' && indices.length === 0)
      indices = folded.flatMap((_, index) =>
        quotaPeriods(headings[index] ?? '') !== undefined && suits(index) ? [index] : [],
      );
    // Of several stages and statuses the one that tells won from lost.
    if (role === 'stage') indices = byShareDecided(indices, samples);
    for (const index of SEVERAL.includes(role) ? indices : indices.slice(0, 1))
      found.push({ index, role, heading: headings[index] ?? '' });
  }
  return found;
}

const byShareDecided = (indices: readonly number[], samples: Samples) =>
  indices.toSorted((a, b) => decided(samples, b) - decided(samples, a));
const decided = (samples: Samples, index: number) =>
  samples.filter((row) => parseStage(row[index] ?? '') !== 'open').length;

/** Whether each row is about another one: hardly any value twice. */
function isUnique(samples: Samples, index: number): boolean {
  const filled = samples.flatMap((row) => (isBlank(row[index] ?? '') ? [] : [foldName(row[index] ?? '')]));
  return filled.length > 0 && new Set(filled).size >= 0.9 * filled.length;
}

/**
 * What a table is, by its headings and the content of its first rows (`samples`): opportunities have an
 * outcome, an owner, an amount and a closing date; sellers a name or id that hardly repeats and something about
 * them; products a name and a price. Anything else is unrecognised.
 */
export function recogniseColumns(headings: readonly string[], samples: Samples): Recognition {
  const opportunity = columnsOf(OPPORTUNITY_HEADINGS, headings, samples);
  const has = (columns: readonly RoleColumn[], ...roles: ColumnRole[]) =>
    columns.some(({ role }) => roles.includes(role));
  const missing = [
    ...(has(opportunity, 'stage', 'isWon') ? [] : ['the outcome (a stage, a status or “is won”)']),
    ...(has(opportunity, 'seller', 'sellerId') ? [] : ['the owner']),
    ...(has(opportunity, 'amount') ? [] : ['the amount']),
    ...(has(opportunity, 'closed', 'expectedClose') ? [] : ['the closing date']),
  ];
  if (missing.length === 0) return { kind: 'opportunities', columns: opportunity, missing };

  const seller = columnsOf(SELLER_HEADINGS, headings, samples);
  // Namesakes are two people where ids tell them apart.
  const identity =
    seller.find(({ role }) => role === 'sellerId') ?? seller.find(({ role }) => role === 'seller');
  // Anything may have an id and a name; people have a surname, or an id that is called a person's.
  const isPerson =
    has(seller, 'lastName') || (has(seller, 'seller') && foldHeading(identity?.heading ?? '') !== 'id');
  const says =
    has(seller, 'manager', 'region', 'hired', 'quota', 'segment') || (isPerson && has(seller, 'sellerId'));
  const isTeam = missing.length > 2 && says && !isCompanyTable(headings);
  if (isTeam && identity !== undefined && isUnique(samples, identity.index))
    return { kind: 'sellers', columns: seller, missing: [] };

  const product = columnsOf(PRODUCT_HEADINGS, headings, samples);
  const productColumn = product.find(({ role }) => role === 'product');
  if (productColumn !== undefined && has(product, 'listPrice') && isUnique(samples, productColumn.index))
    return { kind: 'products', columns: product, missing: [] };

  return { kind: 'unrecognised', columns: [], missing: missing.length <= 2 ? missing : [] };
}
