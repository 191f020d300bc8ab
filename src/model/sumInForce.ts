import { applySplit } from './applySplit';
import type { Plan } from './plan';
import type { SplitId } from './units';

/**
 * The edited plan, with the territories' sums anew where the edited split is the one in force, or where `id` is absent and the accounts of
 * all were edited; the plan itself where nothing was edited.
 */
export function sumInForce(before: Plan, edited: Plan, id?: SplitId): Plan {
  const inForce = edited.accountBook?.inForce;
  return edited === before || inForce === undefined || (id ?? inForce) !== inForce
    ? edited
    : applySplit(edited, inForce, before.accountBook);
}
