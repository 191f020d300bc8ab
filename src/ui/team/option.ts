/** One of a list to choose from. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Named things as a list to choose from. */
export const asOptions = (list: readonly { readonly id: string; readonly name: string }[]): Option[] =>
  list.map(({ id, name }) => ({ value: id, label: name }));

/** What a seat's role, manager and territory are chosen from. */
export interface SeatLists {
  readonly roles: readonly Option[];
  readonly managers: readonly Option[];
  readonly territories: readonly Option[];
}
