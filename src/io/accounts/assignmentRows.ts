import type { AccountBook, TerritoryOrNone, TerritorySplit } from '../../model/accountBook';
import type { Plan } from '../../model/plan';
import type { SplitId } from '../../model/units';
import type { CsvRow } from '../summaryCsv';

export interface AssignmentOptions {
  /** The split that accounts come from; the one in force where absent, else the first. */
  readonly from?: SplitId;
  /** Why an account was moved, by its place in the book; empty where absent. */
  readonly reasonOf?: (account: number) => string | undefined;
  /** Whether accounts that stay are left out. */
  readonly movedOnly?: boolean;
}

/**
 * The table to load into the CRM: each account with its old territory and owner, its new territory and owner, and why (a
 * person's own words before those found). `importAssignment` reads it back. Written by `toCsv`, or as a sheet. Empty where
 * the plan has no such split. Linear in accounts and seats.
 */
export function assignmentRows(plan: Plan, id: SplitId, options: AssignmentOptions = {}): CsvRow[] {
  const book = plan.accountBook;
  const split = book?.splits.find((each) => each.id === id);
  if (book === undefined || split === undefined) return [];
  const before = findOrigin(book, split, options.from);
  const names = new Map<TerritoryOrNone, string>(plan.territories.map(({ id: each, name }) => [each, name]));
  const people = new Map<TerritoryOrNone, string[]>();
  for (const { territoryId, name } of plan.seats)
    if (territoryId !== undefined) people.set(territoryId, [...(people.get(territoryId) ?? []), name]);
  return book.accounts.flatMap((account, index) => {
    const from = before.territoryOf[index] ?? '';
    const to = split.territoryOf[index] ?? '';
    if (options.movedOnly === true && from === to) return [];
    const override = split.overrides?.find(({ accountId }) => accountId === account.id)?.reason;
    return [
      {
        'Account ID': account.id,
        Account: account.name,
        'Old territory': names.get(from) ?? '',
        'Old owner': account.owner ?? '',
        'New territory': names.get(to) ?? '',
        'New owner': newOwner(account.owner, people.get(to) ?? [], from === to),
        Moved: from === to ? 'no' : 'yes',
        Reason: override ?? options.reasonOf?.(index) ?? '',
      },
    ];
  });
}

/**
 * Who has the account from now on: whoever had it where it stays, or where they sit in the new territory too; else the people
 * there, of whom the CRM is to choose one.
 */
function newOwner(old: string | undefined, people: readonly string[], stays: boolean): string {
  return old !== undefined && (stays || people.includes(old)) ? old : people.join('; ');
}

/** The split that accounts are said to come from. */
function findOrigin(book: AccountBook, split: TerritorySplit, from: SplitId | undefined): TerritorySplit {
  const wanted = from ?? book.inForce;
  return book.splits.find((each) => each.id === wanted) ?? book.splits[0] ?? split;
}
