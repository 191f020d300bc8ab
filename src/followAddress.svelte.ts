import type { Plan } from './model/plan';
import type { Result } from './model/problem';
import { ROOMS, type Session } from './state/session.svelte';

const roomOf = (fragment: string) => ROOMS.find((room) => `#${room}` === fragment);

/**
 * Keeps the page's address and the session in step: `#team` is a room, anything else behind the `#` a link that
 * carries a plan. Resolves, once the address the page was opened with has been followed, to whether it opened a plan.
 */
export async function followAddress(
  session: Session,
  decodeLink: (fragment: string) => Promise<Result<Plan>>,
): Promise<boolean> {
  async function follow(): Promise<boolean> {
    const fragment = location.hash;
    const room = roomOf(fragment);
    if (room) session.go(room);
    if (room || fragment === '' || fragment === '#') return false;
    const linked = await decodeLink(fragment);
    if (!linked.ok) {
      session.tell(linked.problems);
      history.replaceState(null, '', `#${session.room}`);
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
      const fragment = `#${session.room}`;
      if (session.opened && !session.shared && location.hash !== fragment)
        history.pushState(null, '', fragment);
    });
  });
  return opened;
}
