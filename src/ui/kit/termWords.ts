/** A word of the trade with its help: what it is, its formula, and usual figures with where they come from. */
export interface TermWords {
  readonly word: string;
  readonly definition: string;
  readonly formula?: string | undefined;
  readonly source?: string | undefined;
}
