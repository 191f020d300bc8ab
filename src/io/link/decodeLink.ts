import { parsePlan } from '../../model/parsePlan';
import type { Plan } from '../../model/plan';
import { fail, type Result } from '../../model/problem';
import { fromBase64url } from './base64url';
import { inflate } from './deflate';
import { CHECK_LENGTH, LINK_VERSION, linkCheck } from './linkFormat';
import { unpackJson } from './unpackJson';

const MESSAGES = {
  'foreign-link':
    'This link holds no Turfcast plan. Check that all of the address was copied, or ask for the plan as a file.',
  'newer-link':
    'This link was made by a newer version of Turfcast. Reload this page to get the newest one, then open the link again.',
  'cut-link':
    'This link is damaged: the end of it is missing. Ask for the link again, or for the plan as a file.',
  'damaged-link':
    'This link is damaged: it was altered on its way. Ask for the link again, or for the plan as a file.',
};

/**
 * The plan of a fragment that `encodeLink` made; a whole address is taken as well. Line breaks and closing
 * punctuation that mail programs add are overlooked. Problems: `damaged-link` (cut off or altered), `foreign-link`,
 * `newer-link`, or those that `parsePlan` finds.
 */
export async function decodeLink(fragment: string): Promise<Result<Plan>> {
  const parts = /^p([1-9]\d{0,3})(?:\.([^.]*)(?:\.([^.]*))?)?$/.exec(clean(fragment));
  if (!parts) return refuse('foreign-link');
  const [, version = '', payload = '', check = ''] = parts;
  if (Number(version) > LINK_VERSION) return refuse('newer-link');
  if (check.length < CHECK_LENGTH) return refuse('cut-link');
  const bytes = fromBase64url(payload);
  if (!bytes || linkCheck(`p${version}.${payload}`) !== check) return refuse('damaged-link');
  const content = unpackJson(readJson(await inflate(bytes)));
  if (content === undefined) return refuse('foreign-link');
  const plan = parsePlan(content);
  return !plan.ok && plan.problems.some(({ code }) => code === 'newer-version') ? refuse('newer-link') : plan;
}

function clean(text: string): string {
  return text
    .slice(text.lastIndexOf('#') + 1)
    .replace(/\s|%20|%0[ad]/gi, '')
    .replace(/[.,;:!?'")>\]]+$/, '');
}

function readJson(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function refuse(kind: keyof typeof MESSAGES): Result<never> {
  return fail([{ code: kind === 'cut-link' ? 'damaged-link' : kind, path: '', message: MESSAGES[kind] }]);
}
