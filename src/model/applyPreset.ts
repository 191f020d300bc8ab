import { presetFields, presetPatch, type BenchmarkPreset } from './benchmarkPresets';
import { noteOn, setNote } from './editNotes';
import { updateRole } from './editPlan';
import type { NoteSubject, Plan, Role } from './plan';
import type { RoleId } from './units';

/** What the note of a field says that was taken from a preset. */
export const presetWords = ({ name }: BenchmarkPreset): string => `From the preset “${name}”`;

/**
 * The plan with one role's figure replaced by a preset's, and a note on each field that it set: which preset, its source and
 * date; the note's owner stays. The same plan where the role has nothing that the preset applies to.
 */
export function applyPreset(plan: Plan, id: RoleId, preset: BenchmarkPreset): Plan {
  const role = plan.roles.find((each) => each.id === id);
  const patch = role && presetPatch(role, preset.figure);
  if (!patch) return plan;
  const about: NoteSubject = { kind: 'role', id };
  return presetFields[preset.figure.of].reduce(
    (next, field) =>
      setNote(next, about, field, {
        text: presetWords(preset),
        source: `${preset.source}, ${preset.date}`,
        owner: noteOn(next, about, field)?.owner,
      }),
    updateRole(plan, id, patch),
  );
}

/** Whether a role has the preset's figure and its notes say that it came from there. */
export function isFromPreset(plan: Plan, role: Role, preset: BenchmarkPreset): boolean {
  const patch = presetPatch(role, preset.figure);
  if (!patch) return false;
  const same = Object.entries(patch).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(role, key)),
  );
  const about: NoteSubject = { kind: 'role', id: role.id };
  return (
    same &&
    presetFields[preset.figure.of].every((field) => {
      const note = noteOn(plan, about, field);
      return note?.text === presetWords(preset) && note.source === `${preset.source}, ${preset.date}`;
    })
  );
}
