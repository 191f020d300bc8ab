import { makePlanStore, type OpenPlanStore } from './makePlanStore';
import { memoryDatabase } from './memoryDatabase';
import { silentChanges } from './planChanges';
import { randomPlanId } from './randomPlanId';

/** A store for this visit alone, for when the browser keeps nothing (see `openPlanStore`). */
export function memoryPlanStore(options: { readonly now?: () => string } = {}): OpenPlanStore {
  const { now = () => new Date().toISOString() } = options;
  return makePlanStore({ database: memoryDatabase(), changes: silentChanges, now, newId: randomPlanId });
}
