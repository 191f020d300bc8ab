import type { PlanCard } from '../../state/library.svelte';
import type { Session } from '../../state/session.svelte';
import { savePlanFile } from './savePlanFile';

/** What can be done with a plan of the library, besides opening it; `name` as it is shown. */
export function cardMenu(session: Session, card: PlanCard, name: string) {
  const { id } = card;
  const other = session.opened && !session.isOpen(id);
  const compare = () => {
    if (other) session.picks.choosePair({ id: session.plan.id }, { id });
    session.go('compare');
  };
  return [
    { label: 'Branch', icon: 'branch', run: () => void session.branchOf(id) },
    { label: other ? 'Compare with the open plan' : 'Compare', icon: 'compare', run: compare },
    { label: 'Save as a file', icon: 'download', run: () => void savePlanFile(session, id) },
    'line',
    { label: 'Delete', icon: 'trash', danger: true, run: () => void session.remove(id, name) },
  ] as const;
}
