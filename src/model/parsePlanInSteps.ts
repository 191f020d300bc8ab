import { safeParse } from 'valibot';
import { MOST_ACCOUNTS, MOST_SPLITS, type Account, type TerritorySplit } from './accountBook';
import { accountsSchema, splitSchema } from './accountBookSchema';
import type { Steps } from './inSteps';
import { migratePlan } from './migratePlan';
import { parsePlan } from './parsePlan';
import type { Plan } from './plan';
import { isPlanRecord, type PlanRecord } from './planRecord';
import { planRules } from './planRules';
import { planSchema } from './planSchema';
import { succeed, type Result } from './problem';
import { SoundParts } from './soundParts';

/** Accounts read in one step: some 3 ms. Plans of fewer are read at once. */
const STEP_ACCOUNTS = 2000;
/** Assignments held against accounts and territories in one step. */
const STEP_ASSIGNMENTS = 50_000;

export interface StepOptions {
  readonly sound?: SoundParts;
  /** Accounts of one step. */
  readonly step?: number;
}

/**
 * `parsePlan` in steps of some 10 ms, for plans of many accounts: the same plan, or the same problems. Of accounts and splits in `sound`
 * only what they refer to is looked at, and they come out as they are. A plan that has something wrong is read again in one step.
 */
export function* parsePlanInSteps(
  input: unknown,
  { sound = new SoundParts(), step = STEP_ACCOUNTS }: StepOptions = {},
): Steps<Result<Plan>> {
  const migrated = migratePlan(input);
  const book = migrated.ok ? migrated.value['accountBook'] : undefined;
  if (!migrated.ok || !isPlanRecord(book)) return parsePlan(input);
  const { accounts, splits = [] } = book;
  const many = isList(accounts, MOST_ACCOUNTS) && accounts.length > step;
  if (!many || !isList(splits, MOST_SPLITS)) return parsePlan(input);
  const soundAccounts = yield* readAccounts(accounts, sound, step);
  const soundSplits = yield* readSplits(splits, sound);
  const rest = safeParse(planSchema, {
    ...migrated.value,
    accountBook: { ...book, accounts: [], splits: [] },
  });
  if (!soundAccounts || !soundSplits || !rest.success) return parsePlan(input);
  yield;
  if (!(yield* keepsRules(migrated.value, { ...book, accounts, splits }))) return parsePlan(input);
  const { accountBook } = rest.output;
  return succeed({
    ...rest.output,
    ...(accountBook && { accountBook: { ...accountBook, accounts: soundAccounts, splits: soundSplits } }),
  });
}

const isList = (value: unknown, most: number): value is readonly unknown[] =>
  Array.isArray(value) && value.length <= most;

function* readAccounts(
  list: readonly unknown[],
  sound: SoundParts,
  step: number,
): Steps<readonly Account[] | undefined> {
  if (sound.hasAccounts(list)) return list;
  const accounts: Account[] = [];
  for (let start = 0; start < list.length; start += step) {
    const read = safeParse(accountsSchema, list.slice(start, start + step));
    if (!read.success) return undefined;
    for (const account of read.output) accounts.push(account);
    yield;
  }
  return accounts;
}

function* readSplits(
  list: readonly unknown[],
  sound: SoundParts,
): Steps<readonly TerritorySplit[] | undefined> {
  const splits: TerritorySplit[] = [];
  for (const split of list) {
    if (sound.hasSplit(split)) splits.push(split);
    else {
      const read = safeParse(splitSchema, split);
      if (!read.success) return undefined;
      splits.push(read.output);
      yield;
    }
  }
  return splits;
}

/** Whether nothing is wrong between fields: of all but what splits assign, then of that, some splits at a time. */
function* keepsRules(
  plan: PlanRecord,
  book: PlanRecord & { readonly accounts: readonly unknown[]; readonly splits: readonly unknown[] },
): Steps<boolean> {
  const splits = book.splits.filter(isPlanRecord);
  const bare = splits.map((split) => ({ ...split, territoryOf: undefined, locked: undefined }));
  if (planRules({ ...plan, accountBook: { ...book, splits: bare } }).length > 0) return false;
  const together = Math.max(1, Math.floor(STEP_ASSIGNMENTS / book.accounts.length));
  const { accounts, measures } = book;
  const { regions, territories } = plan;
  for (let start = 0; start < splits.length; start += together) {
    yield;
    // where they come from was looked at above, and may not be among these
    const some = splits.slice(start, start + together).map((split) => ({ ...split, from: undefined }));
    const rest = { regions, territories, roles: [], seats: [] };
    const alone = { ...rest, accountBook: { accounts, measures, splits: some } };
    if (planRules(alone).length > 0) return false;
  }
  return true;
}
