/** Takes a value over. A text that it returns says why it could not: the field keeps what was typed and shows it. */
export type Commit<Value> = ((value: Value) => void) | ((value: Value) => string | undefined);
