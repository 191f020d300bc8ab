import { makePlanStore, type OpenPlanStore } from './makePlanStore';
import { memoryDatabase } from './memoryDatabase';
import { silentChanges } from './planChanges';
import { randomPlanId } from './randomPlanId';

/** A store for this visit alone, for when the browser keeps nothing (see `openPlanStore`). */
export function memoryPlanStore(
  options: { readonly now?: () => string; readonly pause?: () => Promise<void> } = {},
): OpenPlanStore {
  const { now = () => new Date().toISOString(), pause } = options;
  const parts = { database: memoryDatabase(), changes: silentChanges, now, newId: randomPlanId };
  return makePlanStore({ ...parts, ...(pause && { pause }) });
}
