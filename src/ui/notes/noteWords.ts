import type { Note, NoteSubject, Plan } from '../../model/plan';

/** A note on one line: what it says, then where it is from, whose it is, and of when. */
export function noteLine({ text, source, owner, date }: Omit<Note, 'about' | 'field'>): string {
  const rest = [source && `Source: ${source}`, owner && `Owner: ${owner}`, date].filter(Boolean).join(' · ');
  return [text, rest].filter(Boolean).join(' — ');
}

const listOf = (plan: Plan, kind: Exclude<NoteSubject['kind'], 'plan'>) =>
  ({
    region: plan.regions,
    territory: plan.territories,
    manager: plan.managers,
    role: plan.roles,
    seat: plan.seats,
    event: plan.events,
  })[kind];

/** The name of what a note is about. Linear in its list. */
export function subjectName(plan: Plan, about: NoteSubject): string {
  if (about.kind === 'plan') return 'The plan';
  return (
    listOf(plan, about.kind).find(({ id }: { readonly id: string }) => id === about.id)?.name ?? about.id
  );
}

const KINDS: Readonly<Record<NoteSubject['kind'], string>> = {
  plan: 'Plan',
  region: 'Region',
  territory: 'Territory',
  manager: 'Manager',
  role: 'Role',
  seat: 'Seat',
  event: 'Risk',
};

/** What kind of thing it is about, in a word. */
export const subjectKind = (about: NoteSubject): string => KINDS[about.kind];

/** A field's name in words: `annualAttrition` is `Annual attrition`, `quota.rampRelief` is `Quota: ramp relief`. */
export function fieldWords(field: string): string {
  const words = field
    .split('.')
    .map((part) => part.replace(/(?<=[a-z])[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`))
    .join(': ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
