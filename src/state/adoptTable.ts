import { adoptAccounts, adoptAssignment } from '../model/adoptAccounts';
import { removeSplit } from '../model/editAccounts';
import type { ImportedAccounts, ImportedAssignment } from '../model/importedAccounts';
import type { Plan } from '../model/plan';
import type { SplitId } from '../model/units';

export type TableRead = ImportedAccounts | ImportedAssignment;

/** What an import has made of a plan. */
export interface Adopted {
  readonly before: Plan;
  readonly after: Plan;
  /** The split that shows the file. */
  readonly made: SplitId | undefined;
}

/**
 * The plan with a table taken over, and with `last`, what an earlier reading of the same file has made, given way to it: from
 * the plan as it was before that where nothing has been edited since or it has been undone, else from the plan as it is.
 */
export function adoptTable(
  plan: Plan,
  read: TableRead,
  {
    name,
    from,
    last,
  }: { readonly name: string; readonly from?: SplitId; readonly last?: Adopted | undefined },
): Adopted {
  const untouched = last !== undefined && (plan === last.after || plan === last.before);
  const before = untouched ? last.before : plan;
  const made = untouched ? undefined : before.accountBook?.splits.find(({ id }) => id === last?.made)?.id;
  const known = new Set(before.accountBook?.splits.map(({ id }) => id));
  const start = made !== undefined && 'matched' in read ? removeSplit(before, made) : before;
  const after =
    'matched' in read
      ? adoptAssignment(start, read, { name, ...(from !== undefined && { from }) })
      : adoptAccounts(start, read, name, made);
  const splits = after.accountBook?.splits ?? [];
  return { before, after, made: splits.find(({ id }) => id === made || !known.has(id))?.id };
}
