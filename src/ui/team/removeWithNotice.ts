import { lostNotes, putBackNotes } from '../../model/editNotes';
import { removeSeat } from '../../model/editPlan';
import { mendReferences } from '../../model/mendReferences';
import type { Seat } from '../../model/plan';
import type { Session } from '../../state/session.svelte';

/** Takes a seat out of the plan, with a way back that later edits do not close. False for a read-only plan. */
export function removeWithNotice(session: Session, seat: Seat): boolean {
  const at = session.plan.seats.findIndex((each) => each.id === seat.id);
  const without = removeSeat(session.plan, seat.id);
  const notes = lostNotes(session.plan, without);
  session.change(`Remove ${seat.name}`, () => without);
  if (session.shared) return false;
  const putBack = () =>
    session.change(`Put back ${seat.name}`, (plan) =>
      plan.seats.some((each) => each.id === seat.id)
        ? plan
        : putBackNotes(
            mendReferences({ ...plan, seats: [...plan.seats.slice(0, at), seat, ...plan.seats.slice(at)] }),
            notes,
          ),
    );
  session.notices.say(`“${seat.name}” was removed from the team.`, { label: 'Undo', run: putBack });
  return true;
}
