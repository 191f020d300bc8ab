import type { AccountBook, RuleTest } from '../../model/accountBook';
import { parseNumber } from '../kit/parseNumber';

/** A test of a rule as it is typed. */
export interface RuleDraft {
  /** `state`, `owner`, `family`, `postcode`, or the id of a measure after `m:`. */
  readonly field: string;
  /** Texts with commas between them. */
  readonly texts: string;
  readonly atLeast: string;
  readonly below: string;
}

export const EMPTY_DRAFT: RuleDraft = { field: 'state', texts: '', atLeast: '', below: '' };

const KINDS = ['state', 'owner', 'family', 'postcode'] as const;

/** What a rule can ask of an account: texts that some account has, and measures. */
export function ruleFields(book: AccountBook): { value: string; label: string }[] {
  const labels = { state: 'State', owner: 'Owner', family: 'Family', postcode: 'Postcode begins with' };
  const said = KINDS.filter((kind) => book.accounts.some((account) => account[kind] !== undefined));
  return [
    ...said.map((kind) => ({ value: kind, label: labels[kind] })),
    ...book.measures.map(({ id, name }) => ({ value: `m:${id}`, label: name })),
  ];
}

/** The test that was typed, or what is wrong with it. */
export function parseRuleDraft(draft: RuleDraft, book: AccountBook): RuleTest | string {
  const kind = KINDS.find((each) => each === draft.field);
  if (kind) {
    const anyOf = draft.texts
      .split(/[,;\n]/)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    return anyOf.length > 0 ? { kind, anyOf } : 'Name at least one, with commas between several';
  }
  const measure = book.measures.find(({ id }) => `m:${id}` === draft.field);
  if (!measure) return 'Choose what the rule asks for';
  const bound = (text: string) => (text.trim() === '' ? undefined : (parseNumber(text) ?? Number.NaN));
  const [atLeast, below] = [bound(draft.atLeast), bound(draft.below)];
  const faulty = [atLeast, below].find((each) => each !== undefined && !(each >= 0));
  if (faulty !== undefined) return 'A bound must be a number that is not below zero';
  if (atLeast === undefined && below === undefined) return 'Give a lowest value, an upper bound, or both';
  if (below !== undefined && below <= (atLeast ?? 0)) return 'The upper bound must be above the lowest value';
  return {
    kind: 'measure',
    measureId: measure.id,
    ...(atLeast !== undefined && { atLeast }),
    ...(below !== undefined && { below }),
  };
}
