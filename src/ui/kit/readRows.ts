import type { Problem } from '../../model/problem';

/** What became of a pasted text. */
export interface ReadRows {
  /** How many things its rows become. */
  readonly count: number;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}
