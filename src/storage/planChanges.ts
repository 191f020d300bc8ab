import { planId, type PlanId } from '../model/units';
import { field, isRevision, isText } from './records';

export type ChangeListener = (id: PlanId, revision: number) => void;

/** How the tabs of one browser tell each other what they saved. */
export interface PlanChanges {
  announce(id: PlanId, revision: number): void;
  /** Returns how to stop listening. */
  listen(listener: ChangeListener): () => void;
  close(): void;
}

/** Announcements to the other tabs (never to the tab itself); silent where the browser has no BroadcastChannel. */
export function tabChanges(name: string): PlanChanges {
  if (typeof BroadcastChannel === 'undefined') return silentChanges;
  const channel = new BroadcastChannel(`${name} changes`);
  const listeners = new Set<ChangeListener>();
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const [id, revision] = [field(event.data, 'id'), field(event.data, 'revision')];
    if (isText(id) && isRevision(revision))
      for (const listener of [...listeners]) listener(planId(id), revision);
  };
  return {
    announce(id, revision) {
      // A closed channel throws; nobody is left to be told then.
      try {
        channel.postMessage({ id, revision });
      } catch {
        return;
      }
    },
    listen(listener) {
      const entry: ChangeListener = (id, revision) => listener(id, revision);
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    close() {
      listeners.clear();
      channel.close();
    },
  };
}

/** Where there is no other tab that could know of these plans. */
export const silentChanges: PlanChanges = {
  announce: () => undefined,
  listen: () => () => undefined,
  close: () => undefined,
};
