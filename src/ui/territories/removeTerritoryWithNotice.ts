import { formatMoney } from '../../model/format/formatMoney';
import type { Territory } from '../../model/plan';
import type { Session } from '../../state/session.svelte';
import { countWords } from '../team/seatWords';
import { takeTerritory } from './territoryEdits';

/** Takes a territory out of the plan, saying what goes with it, with a way back that later edits do not close. */
export function removeTerritoryWithNotice(session: Session, territory: Territory): void {
  const { plan } = session;
  const { without, putBack } = takeTerritory(plan, territory.id);
  const seats = plan.seats.filter(({ territoryId }) => territoryId === territory.id).length;
  session.change(`Remove ${territory.name}`, () => without);
  if (session.shared) return;
  const potential =
    territory.potential === undefined
      ? ''
      : `, with its potential of ${formatMoney(territory.potential, plan.currency, { compact: true })}`;
  const left = seats === 0 ? '' : `; ${countWords(seats, 'seat')} now without a territory`;
  session.notices.say(`“${territory.name}” was removed${potential}${left}.`, {
    label: 'Undo',
    run: () => session.change(`Put back ${territory.name}`, putBack),
  });
}
