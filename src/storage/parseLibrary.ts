import type { Steps } from '../model/inSteps';
import { parsePlanInSteps } from '../model/parsePlanInSteps';
import type { Plan } from '../model/plan';
import { fail, succeed, type Problem, type Result } from '../model/problem';
import { LIBRARY_FORMAT, LIBRARY_VERSION } from './exportLibrary';
import type { CardAnswer, PlanVersion } from './planStore';
import { field, isRevision, isText, parseHead, readAnswer, readVersion } from './records';
import type { HeadRecord } from './schema';
import { SharedParts } from './sharedParts';
import { asObject, putTogether, wholeOf, type PartTexts } from './wholePlan';

export interface LibraryEntry {
  /** With its plan in one piece. */
  readonly head: HeadRecord;
  readonly versions: readonly { readonly version: PlanVersion; readonly plan: Plan }[];
  readonly answer?: CardAnswer;
}

/** What cannot be read, as it stands in the file. */
export interface UnreadEntry {
  readonly name: string;
  readonly raw: unknown;
  readonly problems: readonly Problem[];
}

export interface LibraryContent {
  readonly entries: readonly LibraryEntry[];
  readonly unread: readonly UnreadEntry[];
}

/** Reads what `exportLibrary` wrote, in steps; the first, in which the browser parses the text, is as long as the text. Problems: `not-json` (cut off, mostly), `foreign-file`, `newer-version`. */
export function* parseLibrary(text: string): Steps<Result<LibraryContent>> {
  const json = parseJson(text);
  if (json === undefined)
    return refuse(
      'not-json',
      'The file is no sound library export: a part of it is missing or damaged. Nothing was brought in; export the library again where it came from.',
    );
  const [format, version, plans, aside] = ['format', 'version', 'plans', 'setAside'].map((name) =>
    field(json, name),
  );
  if (format !== LIBRARY_FORMAT || !isRevision(version) || !Array.isArray(plans))
    return refuse(
      'foreign-file',
      'The file is no export of a Turfcast library. Choose a file that “Export everything” wrote.',
    );
  if (version > LIBRARY_VERSION)
    return refuse(
      'newer-version',
      `The file was written by a newer version of Turfcast: the library format must be at most ${LIBRARY_VERSION}, got ${version}. Reload this page to get the newest version, then try again.`,
    );
  const entries: LibraryEntry[] = [];
  const unread: UnreadEntry[] = [];
  const source = { texts: textsOf(field(json, 'parts')), shared: new SharedParts() };
  for (const raw of plans as unknown[]) {
    const entry = yield* parseEntry(raw, source, unread);
    if (entry.ok) entries.push(entry.value);
    else unread.push({ name: nameOf(raw, 'id'), raw: wholeOf(raw, source.texts), problems: entry.problems });
  }
  for (const raw of Array.isArray(aside) ? (aside as unknown[]) : []) {
    const reason = field(raw, 'reason');
    const problem: Problem = {
      code: 'set-aside',
      path: '',
      message: typeof reason === 'string' ? reason : '',
    };
    unread.push({ name: nameOf(raw, 'key'), raw: field(raw, 'raw'), problems: [problem] });
  }
  return succeed({ entries, unread });
}

function* parseEntry(
  raw: unknown,
  source: { readonly texts: PartTexts; readonly shared: SharedParts },
  unread: UnreadEntry[],
): Steps<Result<LibraryEntry>> {
  const plan = yield* parseKept(raw, source);
  if (!plan.ok) return plan;
  const head = parseHead({ ...asObject(raw), plan: plan.value, book: undefined });
  if (!head.ok) return head;
  const versions = field(raw, 'versions');
  const answer = readAnswer(field(raw, 'answer'));
  const read: LibraryEntry['versions'][number][] = [];
  for (const rawVersion of Array.isArray(versions) ? (versions as unknown[]) : []) {
    const version = readVersion(rawVersion);
    const plan = yield* parseKept(rawVersion, source);
    if (plan.ok && isRevision(version.revision)) read.push({ version, plan: plan.value });
    else
      unread.push({
        name: `${head.value.id} version ${version.revision}`,
        raw: wholeOf(rawVersion, source.texts),
        problems: plan.ok ? [] : plan.problems,
      });
  }
  return succeed({ head: head.value, versions: read, ...(answer && { answer }) });
}

function* parseKept(
  raw: unknown,
  { texts, shared }: { readonly texts: PartTexts; readonly shared: SharedParts },
): Steps<Result<Plan>> {
  const whole = yield* putTogether(raw, texts, shared);
  const plan = yield* parsePlanInSteps(whole, { sound: shared.sound });
  if (plan.ok) shared.add(plan.value, field(raw, 'book'));
  yield;
  return plan;
}

/** The parts of a file, by their keys; a file of version 1 has none. */
function textsOf(parts: unknown): PartTexts {
  const entries = typeof parts === 'object' && parts !== null ? Object.entries(parts) : [];
  return new Map(entries.filter((entry): entry is [string, string] => isText(entry[1])));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function nameOf(raw: unknown, key: string): string {
  const name = field(raw, key);
  return typeof name === 'string' ? name : 'a record of an imported library';
}

const refuse = (code: string, message: string): Result<never> => fail([{ code, path: '', message }]);
