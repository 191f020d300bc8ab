import type { Plan } from '../model/plan';

/**
 * A plan as it is kept: its accounts, splits and outlines lie apart, in parts named by their content, which plans and versions share. An
 * edit writes what it changed and no more.
 */
export interface KeptPlan {
  /** Without its account book; with it where an app before version 21 of the database wrote it, or in a file. */
  readonly plan: Plan;
  readonly book?: KeptBook;
  /** The keys of all parts, for the database's index. */
  readonly parts?: readonly string[];
}

/** An account book in parts, by their keys. */
export interface KeptBook {
  /** In their order, some thousands each. */
  readonly accounts: readonly string[];
  readonly splits: readonly string[];
  readonly areas?: string;
  /** All other fields. */
  readonly rest: object;
}

/** One part: JSON, by the digest of it. */
export interface Part {
  readonly key: string;
  readonly text: string;
}

/** How a record keeps its plan, without what else is in it. */
export const keptOf = ({ plan, book, parts }: KeptPlan): KeptPlan => ({
  plan,
  ...(book && { book }),
  ...(parts && { parts }),
});
