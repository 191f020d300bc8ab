import { parsePlan } from '../model/parsePlan';
import { fail, succeed, type Result } from '../model/problem';
import { planId, type PlanId } from '../model/units';
import type { CardAnswer, PlanVersion, SetAsideRecord } from './planStore';
import type { KeptBook } from './keptPlan';
import type { HeadRecord } from './schema';

/** A property of a value of which nothing is known. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isRevision = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0;

/** A plan's head as stored, its plan parsed (and migrated) as far as it lies in it, or what is wrong with it. */
export function parseHead(raw: unknown): Result<HeadRecord> {
  const [id, revision, savedAt, branchOf] = ['id', 'revision', 'savedAt', 'branchOf'].map((name) =>
    field(raw, name),
  );
  if (!isText(id)) return refuse('id', 'a text', id);
  if (!isRevision(revision)) return refuse('revision', 'a whole number above zero', revision);
  if (!isText(savedAt) || Number.isNaN(Date.parse(savedAt))) return refuse('savedAt', 'an instant', savedAt);
  const plan = parsePlan(field(raw, 'plan'));
  if (!plan.ok) return plan;
  const book = readBook(field(raw, 'book'));
  if (book === null) return refuse('book', 'a list of parts', field(raw, 'book'));
  if (plan.value.id !== id) return refuse('plan.id', `the record’s id ${id}`, plan.value.id);
  return succeed({
    id: plan.value.id,
    plan: plan.value,
    ...(book && { book, parts: textsIn(field(raw, 'parts')) }),
    revision,
    savedAt,
    ...(isText(branchOf) && { branchOf: planId(branchOf) }),
    ...(field(raw, 'removed') === true && { removed: true as const }),
  });
}

/** The texts of a list, which may be none. */
export const textsIn = (list: unknown): readonly string[] => (Array.isArray(list) ? list.filter(isText) : []);

/** An account book in parts; undefined where there is none, null where it cannot be read. */
function readBook(raw: unknown): KeptBook | undefined | null {
  if (raw === undefined) return undefined;
  const [accounts, splits, areas, rest] = ['accounts', 'splits', 'areas', 'rest'].map((name) =>
    field(raw, name),
  );
  if (!Array.isArray(accounts) || !Array.isArray(splits) || typeof rest !== 'object' || rest === null)
    return null;
  return {
    accounts: textsIn(accounts),
    splits: textsIn(splits),
    ...(isText(areas) && { areas }),
    rest,
  };
}

/** A version's entry. Its revision is part of the key; a lost label or time is no reason to hide it. */
export function readVersion(raw: unknown): PlanVersion {
  const [savedAt, label] = [field(raw, 'savedAt'), field(raw, 'label')];
  return {
    revision: Number(field(raw, 'revision')),
    savedAt: isText(savedAt) ? savedAt : '',
    label: isText(label) ? label : '',
  };
}

export function readSetAside(raw: unknown): SetAsideRecord {
  const text = (name: string) => {
    const value = field(raw, name);
    return isText(value) ? value : '';
  };
  return { key: text('key'), foundAt: text('foundAt'), reason: text('reason') };
}

/** The answer of a library card; undefined where it cannot be read: the next run makes it anew. */
export function readAnswer(answer: unknown): CardAnswer | undefined {
  const number = (name: string) => {
    const value = field(answer, name);
    return typeof value === 'number' ? value : undefined;
  };
  const [p10, p50, p90, target, chance] = ['p10', 'p50', 'p90', 'target', 'chance'].map(number);
  const [period, sparkline] = [field(answer, 'period'), field(answer, 'sparkline')];
  if (!isText(period) || p10 === undefined || p50 === undefined || p90 === undefined) return undefined;
  if (!Array.isArray(sparkline) || !sparkline.every((value) => typeof value === 'number')) return undefined;
  return {
    period,
    p10,
    p50,
    p90,
    sparkline,
    ...(target !== undefined && { target }),
    ...(chance !== undefined && { chance }),
  };
}

/** The id under which a record lies; undefined where it is none of ours. */
export function idOf(raw: unknown): PlanId | undefined {
  const id = field(raw, 'id');
  return isText(id) ? planId(id) : undefined;
}

function refuse(path: string, rule: string, given: unknown): Result<never> {
  const shown = JSON.stringify(given) ?? String(given);
  return fail([
    { code: 'record', path, message: `${path} of a stored plan must be ${rule}, got ${shown.slice(0, 60)}` },
  ]);
}
