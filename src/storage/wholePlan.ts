import { atOnce, type Steps } from '../model/inSteps';
import type { Tables } from './database';
import { unpackSplit } from './packedSplit';
import { field, isText, textsIn } from './records';
import type { SharedParts } from './sharedParts';

/** The texts of parts by their keys; those that are not there are missing. */
export type PartTexts = ReadonlyMap<string, string>;

/** The keys of all parts of a record, as stored. */
export const partsOf = (raw: unknown): readonly string[] => textsIn(field(raw, 'parts'));

/** Reads the parts of a record, each by a request of its own: none takes the page long. */
export async function readParts(tables: Tables, raw: unknown): Promise<PartTexts> {
  const found = await Promise.all(
    partsOf(raw).map(async (key) => [key, field(await tables.get('parts', key), 'text')] as const),
  );
  return new Map(found.flatMap(([key, text]) => (isText(text) ? [[key, text] as const] : [])));
}

/** The plan of a record with its account book, for `parsePlan`; a part that is missing or damaged is null in it. */
export function* putTogether(raw: unknown, texts: PartTexts, shared?: SharedParts): Steps<unknown> {
  const [plan, book] = [field(raw, 'plan'), field(raw, 'book')];
  if (book === undefined) return plan;
  const accounts = shared?.accountsOf(book) ?? (yield* accountsIn(book, texts));
  const splits: unknown[] = [];
  for (const key of textsIn(field(book, 'splits'))) {
    const known = shared?.splitOf(key);
    splits.push(known ?? unpackSplit(parse(texts.get(key))));
    if (!known) yield;
  }
  const areas = field(book, 'areas');
  return {
    ...asObject(plan),
    accountBook: {
      ...asObject(field(book, 'rest')),
      accounts,
      splits,
      ...(isText(areas) && { areas: parse(texts.get(areas)) }),
    },
  };
}

/** What is there of them: a part that is damaged or gone stands among them as it is, so that nothing sound is lost with it. */
function* accountsIn(book: unknown, texts: PartTexts): Steps<readonly unknown[]> {
  const accounts: unknown[] = [];
  for (const key of textsIn(field(book, 'accounts'))) {
    const chunk = parse(texts.get(key));
    if (Array.isArray(chunk)) for (const account of chunk as unknown[]) accounts.push(account);
    else accounts.push(chunk);
    yield;
  }
  return accounts;
}

/** The plan of a record, for `parsePlan`, where the transaction must not be left. */
export const readWhole = async (tables: Tables, raw: unknown): Promise<unknown> =>
  atOnce(putTogether(raw, await readParts(tables, raw)));

/** A record as an app without parts would have kept it: for what is set aside. */
export function wholeOf(raw: unknown, texts: PartTexts): unknown {
  if (field(raw, 'book') === undefined) return raw;
  const { book: _, parts: __, ...record } = asObject(raw);
  return { ...record, plan: atOnce(putTogether(raw, texts)) };
}

/** The same where its parts are still to be read. */
export const withWholePlan = async (tables: Tables, raw: unknown): Promise<unknown> =>
  wholeOf(raw, await readParts(tables, raw));

export const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

function parse(text: string | undefined): unknown {
  if (text === undefined) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
