import { addSeat } from '../../model/editPlan';
import { setQuotaPolicy } from '../../model/editDesign';
import { addTerritory } from '../../model/editTerritories';
import type { Session } from '../../state/session.svelte';
import type { PaletteEntry } from './commands';
import type { OpenThing } from './openThing';

/** Edits of the plan on screen that need no place in a room; what they need is fetched with them. */
export function planCommands(session: Session, show: (thing: OpenThing) => void): PaletteEntry[] {
  const { plan } = session;
  if (session.shared) return [];
  const add = (kind: 'incumbent' | 'planned', label: string) => async () => {
    const { makeSeat } = await import('../team/seatEdits');
    const [role] = session.plan.roles;
    if (!role) return;
    const seat = makeSeat(session.plan, kind, role);
    session.change(label, (before) => addSeat(before, seat));
    show({ kind: 'seat', id: seat.id });
  };
  const territory = async () => {
    const { newTerritory } = await import('../../model/newTerritory');
    const made = newTerritory(session.plan);
    session.change('Add a territory', (before) => addTerritory(before, made));
    show({ kind: 'territory', id: made.id });
  };
  const entry = (
    icon: PaletteEntry['icon'],
    label: string,
    run: () => void,
    note = 'Command',
  ): PaletteEntry => ({ icon, label, note, run });
  const stated = plan.quota.source === 'stated';
  return [
    ...(plan.roles.length === 0
      ? []
      : [
          entry('plus', 'Add a planned hire', () => void add('planned', 'Add a planned hire')()),
          entry('plus', 'Add a filled seat', () => void add('incumbent', 'Add a seat')()),
        ]),
    entry('plus', 'Add a territory', () => void territory()),
    entry('quota', stated ? 'Hand quotas down from the target' : 'Take quotas as stated', () => {
      session.change(stated ? 'Hand quotas down from the target' : 'Take quotas as stated', (before) =>
        setQuotaPolicy(before, { source: stated ? 'topDown' : 'stated' }),
      );
      session.go('quota');
    }),
  ];
}
