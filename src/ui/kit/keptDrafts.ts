import { getContext, setContext } from 'svelte';

/** What was typed in a field and could not be taken over. */
export interface KeptDraft {
  readonly draft: string;
  readonly error: string;
}

const KEY = Symbol('drafts');

/** For tables that draw only the rows in sight: what their fields refuse is kept while its row is not drawn. */
export const provideDrafts = (): Map<string, KeptDraft> => setContext(KEY, new Map<string, KeptDraft>());

/** Where fields around here leave what they refused; undefined where they are always drawn. By their labels, which are told apart in a table. */
export const draftsHere = (): Map<string, KeptDraft> | undefined =>
  getContext<Map<string, KeptDraft> | undefined>(KEY);
