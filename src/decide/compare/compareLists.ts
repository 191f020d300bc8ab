import { fieldsOf, type FieldGroups, type GroupId } from './assumptionGroups';
import { countOf } from './countOf';
import { compareValues, type Both } from './compareValues';
import type { Difference } from './difference';
import { sameValue } from './sameValue';
import type { Speaker } from './writeValue';

/** How the items of a list are told apart and spoken of. */
export interface ListWords<Item> {
  /** What one of them is, such as `seat`; fields go by the words of `seat.…`. */
  readonly thing: string;
  /** What one of them is more closely, such as `hire`. */
  readonly kindOf?: (item: Item) => string;
  readonly keyOf: (item: Item) => string;
  readonly nameOf: (item: Item) => string;
  /** The group that says which items there are. */
  readonly group: GroupId;
}

/** Names that are told one by one. */
const MOST_NAMES = 6;

/** Items that one plan alone has, by what they are: `3 hires added: Ann, Bob, Cid`. */
function tellItems<Item>(items: readonly Item[], verb: string, words: ListWords<Item>): Difference[] {
  const kinds = new Map<string, string[]>();
  for (const item of items) {
    const kind = words.kindOf?.(item) ?? words.thing;
    kinds.set(kind, [...(kinds.get(kind) ?? []), words.nameOf(item)]);
  }
  return [...kinds].map(([kind, names]) => {
    const rest = names.length - MOST_NAMES;
    const told = names.slice(0, MOST_NAMES).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
    return {
      group: words.group,
      of: [],
      what: `${countOf(names.length, kind, pluralOf(kind))} ${verb}: ${told}`,
    };
  });
}

/**
 * What differs between two lists: items that one alone has, an order of their own, and the fields of those in both. A
 * table says the group of each field (see `FieldGroups`); without one every field is of the list's group. Linear in the lists.
 */
export function compareLists<Item extends object>(
  lists: Both<readonly Item[]>,
  words: ListWords<Item>,
  speakers: Both<Speaker>,
  fields?: FieldGroups<Item>,
): Difference[] {
  const before = new Map(lists[0].map((item) => [words.keyOf(item), item]));
  const after = new Map(lists[1].map((item) => [words.keyOf(item), item]));
  const both = [...before.keys()].filter((key) => after.has(key));
  const moved = !sameValue(
    both,
    [...after.keys()].filter((key) => before.has(key)),
  );
  return [
    ...tellItems(alone(after, before), 'added', words),
    ...tellItems(alone(before, after), 'removed', words),
    ...(moved ? [{ group: words.group, of: [], what: `order of the ${pluralOf(words.thing)}` }] : []),
    ...both.flatMap((key) => compareItems([before.get(key), after.get(key)], words, speakers, fields)),
  ];
}

const pluralOf = (thing: string): string => (thing.endsWith('y') ? `${thing.slice(0, -1)}ies` : `${thing}s`);

const alone = <Item>(items: ReadonlyMap<string, Item>, others: ReadonlyMap<string, Item>): Item[] =>
  [...items].filter(([key]) => !others.has(key)).map(([, item]) => item);

function compareItems<Item extends object>(
  [a, b]: Both<Item | undefined>,
  words: ListWords<Item>,
  speakers: Both<Speaker>,
  fields?: FieldGroups<Item>,
): Difference[] {
  if (!a || !b || a === b) return [];
  const groups = fields && new Map<string, GroupId>(fieldsOf(fields).map((field) => [field, fields[field]]));
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const names = [words.nameOf(b)];
  return [...keys].flatMap((key) => {
    const values: Both<unknown> = [Reflect.get(a, key), Reflect.get(b, key)];
    return compareValues(values, `${words.thing}.${key}`, groups?.get(key) ?? words.group, names, speakers);
  });
}
