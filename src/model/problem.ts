/** What is wrong with an input, for its owner: where (`path`, such as `seats[3].roleId`), which rule (`code`), in words (`message`). */
export interface Problem {
  readonly code: string;
  readonly path: string;
  /** One format: the thing, the rule, the value given: `quota must be above zero, got -5`. */
  readonly message: string;
}

/** Expected failures are values: an error loses its class on the way out of a worker. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const succeed = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const fail = <Value>(problems: readonly Problem[]): Result<Value> => ({ ok: false, problems });
