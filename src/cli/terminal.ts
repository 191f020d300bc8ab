/** Where a command writes to. Results go to `out`, everything about them to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Replaces the line of progress (an empty text clears it); absent where nobody watches. */
  readonly progress?: (text: string) => void;
}

/** What a command ends with. */
export const EXIT = { done: 0, badInput: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
