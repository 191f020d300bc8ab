type OptionalKeys<Item> = { [Key in keyof Item]-?: object extends Pick<Item, Key> ? Key : never }[keyof Item];
type RequiredKeys<Item> = Exclude<keyof Item, OptionalKeys<Item> | 'id'>;

/** New values for some fields of an item, its id aside; undefined takes an optional field away. */
export type Patch<Item> = { readonly [Key in RequiredKeys<Item>]?: Item[Key] } & {
  readonly [Key in OptionalKeys<Item>]?: Item[Key] | undefined;
};

/** A copy of the item with the patch's fields in place of its own. */
export function patched<Item extends object>(item: Item, patch: Patch<Item>): Item {
  const next = { ...item, ...patch };
  for (const [key, value] of Object.entries(patch))
    if (value === undefined) Reflect.deleteProperty(next, key);
  return next;
}
