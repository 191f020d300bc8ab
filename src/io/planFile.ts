import type { Account, AccountBook } from '../model/accountBook';
import { atOnce, type Steps } from '../model/inSteps';
import { parsePlanInSteps } from '../model/parsePlanInSteps';
import type { Plan } from '../model/plan';
import { fail, succeed, type Result } from '../model/problem';
import { planFileFault } from './planFileFault';

/** What a dropped file turned out to be. The text of a library is for the store's `importAll`. */
export type PlanFile =
  { readonly kind: 'plan'; readonly plan: Plan } | { readonly kind: 'library'; readonly text: string };

/** Accounts written in one step. */
const STEP_ACCOUNTS = 2000;

/** The plan as the text of a file: JSON with the published schema, indented for people and version control. */
export const writePlanFile = (plan: Plan): string => atOnce(writePlanFileInSteps(plan));

/** The same in steps of some thousand accounts, or a split. */
export function* writePlanFileInSteps(plan: Plan): Steps<string> {
  const { accountBook: book } = plan;
  if (!book || book.accounts.length <= STEP_ACCOUNTS) return `${JSON.stringify(plan, null, 2)}\n`;
  const whole = JSON.stringify({ ...plan, accountBook: { ...book, accounts: [], splits: [] } }, null, 2);
  yield;
  const accounts: string[] = [];
  for (let start = 0; start < book.accounts.length; start += STEP_ACCOUNTS) {
    accounts.push(itemsOf({ accounts: book.accounts.slice(start, start + STEP_ACCOUNTS) }));
    yield;
  }
  const splits: string[] = [];
  for (const split of book.splits) {
    splits.push(itemsOf({ splits: [split] }));
    yield;
  }
  // Of the book's own fields alone these two can be empty lists at this depth.
  const filled = whole
    .replace('\n    "accounts": []', () => `\n    "accounts": [\n${accounts.join(',\n')}\n    ]`)
    .replace('\n    "splits": []', () =>
      splits.length === 0 ? '\n    "splits": []' : `\n    "splits": [\n${splits.join(',\n')}\n    ]`,
    );
  return `${filled}\n`;
}

/** The lines of a list of a book as they stand in the file: at the depth that they have there. */
function itemsOf(list: { accounts: readonly Account[] } | Pick<AccountBook, 'splits'>): string {
  const text = JSON.stringify({ accountBook: list }, null, 2);
  const begin = text.indexOf('[\n') + 2;
  return text.slice(begin, text.lastIndexOf('\n    ]'));
}

/** Reads a plan file at once: see `readPlanFileInSteps`. */
export const readPlanFile = (text: string): Result<PlanFile> => atOnce(readPlanFileInSteps(text));

/**
 * Reads a plan file, in steps, or tells that the text is an export of a whole library. Problems: `empty-file`, `table-file` (a
 * spreadsheet's table, which belongs in Data), `not-json` with line and column, `foreign-file`, or those of `parsePlan`. The browser parses the
 * text in one step, which for 20,000 accounts is some 20 ms and grows with the file.
 */
export function* readPlanFileInSteps(text: string): Steps<Result<PlanFile>> {
  const content = text.replace(/^\uFEFF/, '').trim();
  if (content === '')
    return refuse(
      'empty-file',
      'The file is empty. Choose a file that Turfcast wrote: its name ends in .turfcast.json.',
    );
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return refuseText(content);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuseForeign();
  const format = 'format' in json ? json.format : undefined;
  if (format === 'turfcast-library') return succeed({ kind: 'library', text: content });
  if (format !== 'turfcast-plan') return refuseForeign(format);
  yield;
  const plan = yield* parsePlanInSteps(json);
  return plan.ok ? succeed({ kind: 'plan', plan: plan.value }) : plan;
}

function refuseText(content: string): Result<never> {
  if (content.startsWith('PK\u0003\u0004'))
    return refuse(
      'table-file',
      'This is a spreadsheet, not a plan file. Save its table as CSV and drop that in Data.',
    );
  if (!/^[{[]/.test(content)) {
    const heading = content.slice(0, 10_000).split(/\r?\n/)[0] ?? '';
    return /[,;\t|]/.test(heading) && !heading.startsWith('<')
      ? refuse('table-file', 'This is a table, not a plan file. Drop it in Data, where CRM exports are read.')
      : refuseForeign();
  }
  const fault = planFileFault(content);
  if (!fault) return refuseForeign();
  const { line, column, found } = fault;
  const place = `line ${line}, column ${column}`;
  return found === ''
    ? refuse(
        'not-json',
        `The plan file ends too early, at ${place}: a part of it is missing. Ask for the file again.`,
      )
    : refuse(
        'not-json',
        `The plan file must be JSON, got “${found}” out of place at ${place}. Mend it there or ask for the file again.`,
      );
}

function refuseForeign(format?: unknown): Result<never> {
  const given = typeof format === 'string' ? `, got format “${format.slice(0, 40)}”` : '';
  return refuse(
    'foreign-file',
    `A plan file must hold a Turfcast plan (format “turfcast-plan”)${given}. Choose a file whose name ends in .turfcast.json.`,
  );
}

function refuse(code: string, message: string): Result<never> {
  return fail([{ code, path: '', message }]);
}
