import type { TornadoBar } from '../../decide/tornado/runTornado';
import type { Session } from '../../state/session.svelte';

/** Where an input is edited, in words. */
export function whereWords(bar: TornadoBar | undefined): string {
  if (bar?.place === 'risks') return 'Edited in Outlook, Risks.';
  return bar?.place === 'roles' ? 'Edited in Team, with the roles.' : 'Edited among the levers.';
}

/** Goes to where an input is edited. */
export function openInput(session: Session, bar: TornadoBar | undefined): void {
  if (!bar) return;
  if (bar.place === 'risks') session.go('outlook', 'risks');
  else if (bar.place === 'roles') session.go('team');
  else session.notices.say(`${bar.name} is among the levers: L shows them.`);
}
