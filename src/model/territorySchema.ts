import * as v from 'valibot';
import { amount, idOf, label, numberFrom, object } from './planFields';
import { regionId, territoryId } from './units';

/** What can be sold to: see `Territory`. */
export const territorySchema = object({
  id: idOf(territoryId),
  name: label,
  regionId: v.exactOptional(idOf(regionId)),
  potential: v.exactOptional(amount),
  workload: v.optional(numberFrom(0, 1e9), 0),
});
