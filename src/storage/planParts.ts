import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Account } from '../model/accountBook';
import type { Steps } from '../model/inSteps';
import { PLAN_VERSION, type Plan } from '../model/plan';
import type { KeptBook, KeptPlan } from './keptPlan';
import { packSplit } from './packedSplit';

/** Accounts of one part: an edit of one of them writes that many. */
export const PART_ACCOUNTS = 2000;

/** A plan taken apart. What a key stands for is written where it is asked for. */
export interface PartedPlan {
  readonly kept: KeptPlan;
  readonly texts: ReadonlyMap<string, () => string>;
}

interface Chunk {
  readonly accounts: readonly Account[];
  readonly key: string;
}

/** The keys of what was taken apart or put together before. Parts are immutable: what an edit left alone is not digested again. */
const keys = new WeakMap<object, string>();
/** The same of lists of accounts, by the first of them. */
const chunks = new WeakMap<Account, Chunk>();

/** Takes a plan apart, in steps of one part that is new. Linear in what is. */
export function* splitPlan({ accountBook, ...plan }: Plan): Steps<PartedPlan> {
  if (!accountBook) return { kept: { plan }, texts: new Map() };
  const texts = new Map<string, () => string>();
  const { accounts, splits, areas, ...rest } = accountBook;
  const [inAccounts, inSplits]: [string[], string[]] = [[], []];
  for (const chunk of chunksOf(accounts))
    inAccounts.push(yield* keyOf(knownKey(chunk), () => writePart(chunk), texts, note(chunk)));
  for (const split of splits) {
    const write = () => writePart(packSplit(split));
    inSplits.push(yield* keyOf(keys.get(split), write, texts, (key) => keys.set(split, key)));
  }
  const inAreas =
    areas &&
    (yield* keyOf(
      keys.get(areas),
      () => JSON.stringify(areas),
      texts,
      (key) => keys.set(areas, key),
    ));
  const book: KeptBook = {
    accounts: inAccounts,
    splits: inSplits,
    ...(inAreas !== undefined && { areas: inAreas }),
    rest,
  };
  return { kept: { plan, book, parts: [...texts.keys()] }, texts };
}

/** Notes that a plan was put together from those parts. */
export function knowParts({ accountBook }: Plan, { plan, book }: KeptPlan): void {
  // What was migrated on the way is other than its parts say.
  if (!accountBook || !book || plan.version !== PLAN_VERSION) return;
  chunksOf(accountBook.accounts).forEach((chunk, place) => {
    const key = book.accounts[place];
    if (key !== undefined) note(chunk)(key);
  });
  accountBook.splits.forEach((split, place) => {
    const key = book.splits[place];
    if (key !== undefined) keys.set(split, key);
  });
  if (accountBook.areas && book.areas !== undefined) keys.set(accountBook.areas, book.areas);
}

/** Fields in the order of their names: what is the same has the same text, however it came about. */
const writePart = (content: unknown): string =>
  JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** The name of a text: 128 bits of its SHA-256. */
export const keyOfText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 16));

function* keyOf(
  known: string | undefined,
  write: () => string,
  texts: Map<string, () => string>,
  remember: (key: string) => void,
): Steps<string> {
  if (known !== undefined) {
    texts.set(known, write);
    return known;
  }
  const text = write();
  const key = keyOfText(text);
  texts.set(key, () => text);
  remember(key);
  yield;
  return key;
}

const note = (accounts: readonly Account[]) => (key: string) => {
  const [first] = accounts;
  if (first) chunks.set(first, { accounts, key });
};

function knownKey(accounts: readonly Account[]): string | undefined {
  const known = accounts[0] && chunks.get(accounts[0]);
  const same =
    known?.accounts.length === accounts.length &&
    accounts.every((each, place) => each === known.accounts[place]);
  return same ? known.key : undefined;
}

function chunksOf(accounts: readonly Account[]): (readonly Account[])[] {
  const count = Math.ceil(accounts.length / PART_ACCOUNTS);
  return Array.from({ length: count }, (_, chunk) =>
    accounts.slice(PART_ACCOUNTS * chunk, PART_ACCOUNTS * (chunk + 1)),
  );
}
