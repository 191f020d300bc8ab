import type { BaseIssue } from 'valibot';
import type { Problem } from './problem';

type Key = string | number;

const codes: Readonly<Record<string, string>> = {
  min_value: 'out-of-range',
  max_value: 'out-of-range',
  gt_value: 'out-of-range',
  lt_value: 'out-of-range',
  finite: 'not-finite',
  integer: 'not-whole',
  max_length: 'wrong-length',
  length: 'wrong-length',
  non_empty: 'wrong-length',
  regex: 'malformed',
};

/** A path as people write it: `seats[3].roleId`. */
const formatPath = (keys: readonly Key[]): string =>
  keys.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');

/** The last name of a path in words: `annual quota`, `ramp[2]`. */
function formatThing(keys: readonly Key[]): string {
  const name = keys.findLastIndex((key) => typeof key === 'string');
  if (name === -1) return 'the plan';
  const words = String(keys[name]).replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words + formatPath(keys.slice(name + 1));
}

/** A value as a message shows it: short, and never a whole structure. */
function formatGiven(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

/** A problem in the one format: the thing (the last name of its path), the rule, the value given. */
export const makeProblem = (code: string, keys: readonly Key[], rule: string, given: unknown): Problem => ({
  code,
  path: formatPath(keys),
  message: `${formatThing(keys)} ${rule}, got ${formatGiven(given)}`,
});

/** What the schema found, as problems; a schema message is a rule. */
export function planProblems(issues: readonly BaseIssue<unknown>[]): Problem[] {
  return issues.map((issue) => {
    const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const given: unknown = issue.path ? issue.path.at(-1)?.value : issue.input;
    const missing = issue.message === 'is required';
    const code = missing
      ? 'required'
      : issue.kind === 'schema'
        ? 'wrong-type'
        : (codes[issue.type] ?? 'rule');
    return makeProblem(code, keys, issue.message, given);
  });
}
