import type { ImportedAssignment } from './importedAccounts';
import type { Plan } from './plan';
import type { SplitId } from './units';

/** What an assignment made elsewhere changes. */
export interface AssignmentCounts {
  /** Accounts of the plan that the file has, and of them those that stay where they were and those that move. */
  readonly found: number;
  readonly unchanged: number;
  readonly moved: number;
  /** Rows of accounts that the plan does not have. */
  readonly unknown: number;
  /** Accounts of the plan that the file says nothing of. */
  readonly absent: number;
  /** Names of territories that the plan did not have. */
  readonly added: readonly string[];
}

/** Counts what `adoptAssignment` made of a plan (`after`, its last split) against that split before. Linear in the accounts. */
export function compareAssignment(
  before: Plan,
  after: Plan,
  imported: ImportedAssignment,
  from: SplitId,
): AssignmentCounts {
  const origin = before.accountBook?.splits.find(({ id }) => id === from)?.territoryOf ?? [];
  const made = after.accountBook?.splits.at(-1)?.territoryOf ?? [];
  const named = imported.territoryNames.map((name) => name !== undefined);
  const moved = made.filter((at, index) => named[index] === true && at !== origin[index]).length;
  const known = new Set(before.territories.map(({ id }) => id));
  return {
    found: imported.matched,
    unchanged: imported.matched - moved,
    moved,
    unknown: imported.unknown,
    absent: named.filter((each) => !each).length,
    added: after.territories.flatMap(({ id, name }) => (known.has(id) ? [] : [name])),
  };
}
