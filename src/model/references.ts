import { makeProblem } from './planProblems';
import type { SkeletonList } from './planSkeleton';
import type { Problem } from './problem';

type Key = string | number;

/** A field that holds the id of something else in the plan. */
export interface Reference {
  readonly keys: readonly Key[];
  readonly id: string;
}

/** One field of every item of a list, where it has it; `where` is the way from the plan to the list. */
export function referencesIn<Item>(
  list: SkeletonList<Item>,
  where: readonly Key[],
  field: readonly string[],
  read: (item: Item) => string | undefined,
): Reference[] {
  return (list ?? []).flatMap((item, index) => {
    const id = item && read(item);
    return id === undefined ? [] : [{ keys: [...where, index, ...field], id }];
  });
}

/** Every reference to an id that the list, where it can be read, does not have. */
export function unknownReferences(
  references: readonly Reference[],
  list: SkeletonList<{ readonly id?: string | undefined }>,
  thing: string,
): Problem[] {
  if (list === null) return [];
  const ids = new Set(list.map((item) => item?.id));
  const rule = `must be the id of ${/^[aeiou]/.test(thing) ? 'an' : 'a'} ${thing} of the plan`;
  return references.flatMap(({ keys, id }) =>
    ids.has(id) ? [] : [makeProblem('unknown-reference', keys, rule, id)],
  );
}

/** Every reference to an item that is there and not of the kind it must be. */
export function wrongReferences<Item extends { readonly id?: string | undefined }>(
  references: readonly Reference[],
  list: SkeletonList<Item>,
  fits: (item: Item) => boolean,
  rule: string,
): Problem[] {
  const byId = new Map((list ?? []).flatMap((item) => (item ? [[item.id, item]] : [])));
  return references.flatMap(({ keys, id }) => {
    const item = byId.get(id);
    return item === undefined || fits(item) ? [] : [makeProblem('wrong-reference', keys, rule, id)];
  });
}

/** Every later item of a list whose field has a value that an earlier one has. */
export function duplicates<Item>(
  list: SkeletonList<Item>,
  where: readonly string[],
  field: string & keyof Item,
): Problem[] {
  const seen = new Set<unknown>();
  return (list ?? []).flatMap((item, index) => {
    const value = item?.[field];
    if (value === undefined) return [];
    if (seen.has(value)) return [makeProblem('duplicate', [...where, index, field], 'must be unique', value)];
    seen.add(value);
    return [];
  });
}
