import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../src/io/link/decodeLink';
import { encodeLink } from '../../src/io/link/encodeLink';
import { removeEvent } from '../../src/model/editEvents';
import { noteOn, putBackNotes, setNote } from '../../src/model/editNotes';
import { removeManager, removeRegion, removeRole, removeSeat } from '../../src/model/editPlan';
import { removeTerritory } from '../../src/model/editTerritories';
import { parsePlan } from '../../src/model/parsePlan';
import type { NoteSubject, Plan } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { eventId, isoDate, managerId, regionId, roleId, seatId, territoryId } from '../../src/model/units';
import { PlanEditor } from '../../src/state/planEditor.svelte';
import { takeEvent } from '../../src/ui/risks/eventEdits';
import { takeManager } from '../../src/ui/team/takeManager';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';

const full = frozen(makeFullPlan());
const sample = frozen(makeStartUpSample());
const role: NoteSubject = { kind: 'role', id: sample.roles[0]!.id };
const kinds = (plan: Plan) => (plan.notes ?? []).map(({ about }) => about.kind);

describe('a note', () => {
  it('is one to a field: a second one replaces the first, in its place', () => {
    const one = setNote(sample, role, 'annualAttrition', { text: 'A guess' });
    const two = setNote(one, role, 'ramp', { owner: 'Ines' });
    const changed = setNote(two, role, 'annualAttrition', { text: 'Measured', date: isoDate('2026-11-30') });
    expect(changed.notes).toEqual([
      { about: role, field: 'annualAttrition', text: 'Measured', date: '2026-11-30' },
      { about: role, field: 'ramp', owner: 'Ines' },
    ]);
    expect(noteOn(changed, role, 'ramp')?.owner).toBe('Ines');
    expect(noteOn(changed, { kind: 'plan' }, 'ramp')).toBeUndefined();
    expect(parsePlan(changed)).toMatchObject({ ok: true });
  });

  it('that says nothing is none, and a plan without notes is the plan as it was', () => {
    const noted = setNote(sample, role, 'ramp', { text: 'Measured' });
    expect(setNote(noted, role, 'ramp', { text: '  ', date: isoDate('2026-11-30') })).toEqual(sample);
    expect(setNote(sample, role, 'ramp', {})).toBe(sample);
    expect('notes' in sample).toBe(false);
  });

  it('goes with the thing that it is about, whatever kind it is of', () => {
    const removals: readonly (readonly [string, Plan])[] = [
      ['seat', removeSeat(full, seatId('ae-1'))],
      ['role', removeRole({ ...full, seats: [] }, roleId('seller'))],
      ['manager', removeManager(full, managerId('north'))],
      ['region', removeRegion(full, regionId('north'))],
      ['territory', removeTerritory(full, territoryId('nordics'))],
      ['event', removeEvent(full, eventId('recession'))],
    ];
    for (const [kind, plan] of removals) {
      expect(kinds(plan)).not.toContain(kind);
      expect(kinds(plan)).toContain('plan');
    }
    expect(kinds(removeSeat(full, seatId('ae-2')))).toEqual(kinds(full));
  });

  it('comes back with it by undo', () => {
    const editor = new PlanEditor(full);
    editor.change('Remove', (plan) => removeEvent(plan, eventId('recession')));
    expect(kinds(editor.plan)).not.toContain('event');
    editor.undo();
    expect(editor.plan).toBe(full);
  });

  it('survives a link', async () => {
    const link = await encodeLink(full);
    const back = await decodeLink(link.ok ? link.value : '');
    expect(back.ok && back.value.notes).toEqual(full.notes);
  });

  it.each([
    [
      'about nobody',
      { about: { kind: 'seat', id: 'nobody' }, field: 'name', text: 'x' },
      'notes[0].about.id',
    ],
    ['of no kind', { about: { kind: 'deal' }, field: 'name', text: 'x' }, 'notes[0].about.kind'],
    ['without words', { about: { kind: 'plan' }, field: 'name', date: '2026-11-30' }, 'notes[0]'],
    [
      'of a day that does not exist',
      { about: { kind: 'plan' }, field: 'name', text: 'x', date: '2026-02-30' },
      'notes[0].date',
    ],
    ['that is too long', { about: { kind: 'plan' }, field: 'name', text: 'x'.repeat(2001) }, 'notes[0].text'],
  ])('%s is refused by its path', (_, note, path) => {
    const parsed = parsePlan({ ...sample, notes: [note] });
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.path)).toEqual([path]);
  });

  it('is refused where the field has one already', () => {
    const note = { about: { kind: 'plan' }, field: 'name', text: 'x' };
    const parsed = parsePlan({ ...sample, notes: [note, { ...note, text: 'y' }] });
    expect(parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])).toEqual([
      ['notes[1].field', 'duplicate'],
    ]);
  });
});

describe('notes of what was taken out', () => {
  it('come back with it, unless the field has another by then', () => {
    const id = eventId('recession');
    const event = full.events.find((each) => each.id === id)!;
    const { without, putBack } = takeEvent(full, event);
    expect(kinds(without)).not.toContain('event');
    expect(kinds(putBack(without))).toContain('event');
    const again = setNote(putBack(without), { kind: 'event', id }, 'probability', { text: 'Newer' });
    expect(noteOn(putBackNotes(again, full.notes ?? []), { kind: 'event', id }, 'probability')?.text).toBe(
      'Newer',
    );
  });

  it('come back with a manager, and so do the reports who have nobody else', () => {
    const manager = full.managers[0]!;
    const { without, putBack } = takeManager(full, manager);
    expect(without.seats.some(({ managerId: own }) => own === manager.id)).toBe(false);
    const back = putBack(without);
    expect(back.managers).toEqual(full.managers);
    expect(back.seats).toEqual(full.seats);
    expect(parsePlan(back)).toMatchObject({ ok: true });
    const moved = {
      ...without,
      seats: without.seats.map((seat) => ({ ...seat, managerId: managerId('south') })),
    };
    expect(putBack(moved).seats.every(({ managerId: own }) => own === 'south')).toBe(true);
  });
});
