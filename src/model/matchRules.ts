import type { Account, AccountBook, RuleTest, SplitRule } from './accountBook';
import { nameKey } from './readSeatRow';
import type { MeasureId } from './units';

/**
 * Of each account, in the book's order, the place of the first rule that it meets; −1 for none. Texts are compared whatever
 * their case and spaces, a postcode by how it begins; what an account does not say, or is not known, meets nothing. Linear
 * in accounts times tests.
 */
export function matchRules(
  { accounts, measures }: Pick<AccountBook, 'accounts' | 'measures'>,
  rules: readonly SplitRule[],
): Int32Array {
  const placeOf = new Map<MeasureId, number>(measures.map(({ id }, place) => [id, place]));
  const tests = rules.map(({ when }) => when.map((test) => checkOf(test, placeOf)));
  return Int32Array.from(accounts, (account) =>
    tests.findIndex((all) => all.every((meets) => meets(account))),
  );
}

function checkOf(test: RuleTest, placeOf: ReadonlyMap<MeasureId, number>): (account: Account) => boolean {
  if (test.kind === 'measure') {
    const place = placeOf.get(test.measureId) ?? -1;
    const { atLeast = 0, below = Infinity } = test;
    return ({ values }) => {
      const value = values[place] ?? null;
      return value !== null && value >= atLeast && value < below;
    };
  }
  const { kind } = test;
  const wanted = test.anyOf.map(nameKey);
  if (kind === 'postcode')
    return ({ postcode }) =>
      postcode !== undefined && wanted.some((each) => nameKey(postcode).startsWith(each));
  const texts = new Set(wanted);
  return (account) => {
    const text = account[kind];
    return text !== undefined && texts.has(nameKey(text));
  };
}

/** Territories that rules alone fill: the map passes them by. */
export const ruledAlone = (rules: readonly SplitRule[]): ReadonlySet<SplitRule['territoryId']> => {
  const shared = new Set(rules.flatMap(({ territoryId, sharesMap }) => (sharesMap ? [territoryId] : [])));
  return new Set(rules.flatMap(({ territoryId }) => (shared.has(territoryId) ? [] : [territoryId])));
};
