import { makeProblem } from './planProblems';
import type { Skeleton } from './planSkeleton';
import type { Problem } from './problem';
import { duplicates, referencesIn, unknownReferences, type Reference } from './references';

type Key = string | number;
type Book = NonNullable<Skeleton['accountBook']>;
type SplitSkeleton = NonNullable<NonNullable<Book['splits']>[number]>;

const BOOK = 'accountBook';

/** A list aligned with another one must be as long. */
function alignment(list: unknown, keys: readonly Key[], wanted: number, things: string): Problem[] {
  if (!Array.isArray(list) || list.length === wanted) return [];
  return [makeProblem('wrong-length', keys, `must have one item for each of the ${wanted} ${things}`, list)];
}

/** The texts of a list that may be none, each once, where it stands first. */
function idsIn(list: unknown, keys: readonly Key[]): Reference[] {
  if (!Array.isArray(list)) return [];
  const seen = new Set<unknown>(['']);
  return list.flatMap((id: unknown, index): Reference[] => {
    if (typeof id !== 'string' || seen.has(id)) return [];
    seen.add(id);
    return [{ keys: [...keys, index], id }];
  });
}

function splitRules(split: SplitSkeleton, index: number, book: Book, plan: Skeleton): Problem[] {
  const keys = [BOOK, 'splits', index];
  const overridden = referencesIn(
    split.overrides,
    [...keys, 'overrides'],
    ['accountId'],
    (each) => each.accountId,
  );
  const rules = [...keys, 'rules'];
  const measured = (split.rules ?? []).flatMap((rule, place) =>
    referencesIn(rule?.when ?? null, [...rules, place, 'when'], ['measureId'], (test) => test.measureId),
  );
  return [
    ...unknownReferences(
      referencesIn(split.rules, rules, ['territoryId'], (rule) => rule.territoryId),
      plan.territories,
      'territory',
    ),
    ...unknownReferences(measured, book.measures, 'measure'),
    ...(book.accounts === null
      ? []
      : alignment(split.territoryOf, [...keys, 'territoryOf'], book.accounts.length, 'accounts')),
    ...unknownReferences(idsIn(split.territoryOf, [...keys, 'territoryOf']), plan.territories, 'territory'),
    ...unknownReferences(idsIn(split.locked, [...keys, 'locked']), book.accounts, 'account'),
    ...unknownReferences(overridden, book.accounts, 'account'),
  ];
}

/** What is wrong between the fields of an account book. Linear in its accounts times its splits. */
export function accountRules(plan: Skeleton): Problem[] {
  const book = plan.accountBook;
  if (!book) return [];
  const { accounts, measures, splits } = book;
  const named = (field: 'balancedBy' | 'inForce'): Reference[] => {
    const id = book[field];
    return id === undefined ? [] : [{ keys: [BOOK, field], id }];
  };
  const origins = referencesIn(splits, [BOOK, 'splits'], ['from'], ({ from }) => from);
  return [
    ...duplicates(accounts, [BOOK, 'accounts'], 'id'),
    ...duplicates(measures, [BOOK, 'measures'], 'id'),
    ...duplicates(splits, [BOOK, 'splits'], 'id'),
    ...unknownReferences(named('balancedBy'), measures, 'measure'),
    ...unknownReferences(named('inForce'), splits, 'split'),
    ...unknownReferences(origins, splits, 'split'),
    ...(measures === null
      ? []
      : (accounts ?? []).flatMap((account, index) =>
          alignment(account?.values ?? [], [BOOK, 'accounts', index, 'values'], measures.length, 'measures'),
        )),
    ...(splits ?? []).flatMap((split, index) => (split ? splitRules(split, index, book, plan) : [])),
  ];
}
