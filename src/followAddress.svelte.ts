import type { Plan } from './model/plan';
import type { Result } from './model/problem';
import { formatPlace, parsePlace } from './state/rooms';
import type { Session } from './state/session.svelte';

/**
 * Keeps the page's address and the session in step: `#team` is a room, `#outlook/risks` a part of one, anything else
 * behind the `#` a link that carries a plan. Resolves, once the address the page was opened with has been followed, to whether it opened a plan.
 */
export async function followAddress(
  session: Session,
  decodeLink: (fragment: string) => Promise<Result<Plan>>,
): Promise<boolean> {
  async function follow(): Promise<boolean> {
    const fragment = location.hash;
    const place = parsePlace(fragment);
    if (place) session.go(place.room, place.part);
    if (place || fragment === '' || fragment === '#') return false;
    const linked = await decodeLink(fragment);
    if (!linked.ok) {
      session.tell(linked.problems);
      history.replaceState(null, '', formatPlace(session));
      return false;
    }
    session.go('outlook');
    return session.openShared(linked.value);
  }

  const opened = await follow();
  addEventListener('hashchange', () => void follow());
  $effect.root(() => {
    // A shared plan's address stays its link, so that a reload shows it again.
    $effect(() => {
      const fragment = formatPlace(session);
      if (session.opened && !session.shared && location.hash !== fragment)
        history.pushState(null, '', fragment);
    });
  });
  return opened;
}
