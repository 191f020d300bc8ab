import type { PlanId } from '../../model/units';
import type { Session } from '../../state/session.svelte';
import { saveText } from '../share/saveText';

/** Saves a kept plan as a file, with the edits made so far where it is the one on screen. */
export async function savePlanFile(session: Session, id: PlanId): Promise<void> {
  const stored = session.isOpen(id) ? undefined : await session.library.load(id);
  if (stored && !stored.ok) return session.tell(stored.problems);
  const { name, text } = await session.exchange.writeFile(stored?.value.plan ?? session.plan);
  saveText(name, text, 'application/json');
}
