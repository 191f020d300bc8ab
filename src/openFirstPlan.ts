import type { Session } from './state/session.svelte';
import type { PlanStore } from './storage/planStore';

/** Opens what was open last; on a first visit the samples are kept and the first of them is opened. */
export async function openFirstPlan(session: Session, store: PlanStore): Promise<void> {
  await session.library.refresh();
  const last = await store.setting('lastPlan');
  const { cards } = session.library;
  const card = cards.find(({ id }) => last.ok && id === last.value) ?? cards[0];
  if (card) {
    await session.open(card.id);
    return;
  }
  const sampled = await store.setting('samplesMade');
  if (sampled.ok && sampled.value === undefined) {
    await session.addSamples();
    await store.saveSetting('samplesMade', 'yes');
  } else session.go('plans');
}
