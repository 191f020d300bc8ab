import { getContext, setContext } from 'svelte';
import type { NoteSubject } from '../../model/plan';
import type { Session } from '../../state/session.svelte';

/** Whose fields stand here: fields inside that name themselves carry a marker for their note. */
export interface NoteContext {
  readonly session: Session;
  /** Read anew whenever it is asked for: what is shown in one place may change. */
  readonly about: () => NoteSubject | undefined;
}

const KEY = Symbol('notes');

/** Says what the fields inside a component are about. */
export const provideNotes = (context: NoteContext): NoteContext => setContext(KEY, context);

/** What the fields here are about; undefined where fields carry no notes. */
export const notesHere = (): NoteContext | undefined => getContext<NoteContext | undefined>(KEY);
