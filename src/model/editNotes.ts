import { patched } from './patch';
import type { Note, NoteSubject, Plan } from './plan';

/** What a note says, without what it is about; empty texts are none. */
export type NoteWords = { readonly [Key in 'text' | 'source' | 'owner']?: string | undefined } & {
  readonly date?: Note['date'] | undefined;
};

const idOf = (about: NoteSubject): string | undefined => (about.kind === 'plan' ? undefined : about.id);

const isOn = (note: Note, about: NoteSubject, field: string): boolean =>
  note.field === field && note.about.kind === about.kind && idOf(note.about) === idOf(about);

/** The note on that field, if there is one. Linear in the notes. */
export const noteOn = (plan: Plan, about: NoteSubject, field: string): Note | undefined =>
  plan.notes?.find((note) => isOn(note, about, field));

/** The plan with those notes; a plan without any has no list of them. */
const withNotes = (plan: Plan, notes: readonly Note[]): Plan =>
  notes === plan.notes ? plan : patched<Plan>(plan, { notes: notes.length === 0 ? undefined : notes });

/** The plan with that field's note replaced; words that say nothing (a date alone says nothing) take it away. */
export function setNote(plan: Plan, about: NoteSubject, field: string, words: NoteWords): Plan {
  const said = Object.entries(words).filter(([, value]) => value !== undefined && value.trim() !== '');
  const rest = (plan.notes ?? []).filter((note) => !isOn(note, about, field));
  if (!said.some(([key]) => key !== 'date'))
    return rest.length === (plan.notes ?? []).length ? plan : withNotes(plan, rest);
  const note: Note = { about, field, ...Object.fromEntries(said) };
  const old = plan.notes?.findIndex((each) => isOn(each, about, field)) ?? -1;
  return withNotes(plan, old < 0 ? [...rest, note] : [...rest.slice(0, old), note, ...rest.slice(old)]);
}

/** The plan without notes on what it no longer has: they go with the thing, and undo brings both back. Linear in the plan. */
export function dropOrphanNotes(plan: Plan): Plan {
  if (!plan.notes) return plan;
  const known = {
    region: new Set<string>(plan.regions.map(({ id }) => id)),
    territory: new Set<string>(plan.territories.map(({ id }) => id)),
    manager: new Set<string>(plan.managers.map(({ id }) => id)),
    role: new Set<string>(plan.roles.map(({ id }) => id)),
    seat: new Set<string>(plan.seats.map(({ id }) => id)),
    event: new Set<string>(plan.events.map(({ id }) => id)),
  };
  const kept = plan.notes.filter(({ about }) => about.kind === 'plan' || known[about.kind].has(about.id));
  return kept.length === plan.notes.length ? plan : withNotes(plan, kept);
}

/** Notes that went with something taken out of the plan: those of `before` that `after` has lost. */
export function lostNotes(before: Plan, after: Plan): readonly Note[] {
  const left = new Set(after.notes);
  return (before.notes ?? []).filter((note) => !left.has(note));
}

/** The plan with such notes again, where what they are about is back and the field has none by now. */
export function putBackNotes(plan: Plan, notes: readonly Note[]): Plan {
  const missing = notes.filter((note) => noteOn(plan, note.about, note.field) === undefined);
  return missing.length === 0
    ? plan
    : dropOrphanNotes({ ...plan, notes: [...(plan.notes ?? []), ...missing] });
}
