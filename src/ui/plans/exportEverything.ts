import type { Session } from '../../state/session.svelte';
import { saveText } from '../share/saveText';

/** Saves all plans with their histories, and the records set aside, as one file that Import reads back. */
export async function exportEverything(session: Session, now = new Date()): Promise<void> {
  await session.autosave.flush();
  const text = await session.library.exportAll();
  if (!text.ok) return session.tell(text.problems);
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  saveText(`Turfcast ${day.join('-')}.turfcast.json`, text.value, 'application/json');
}
