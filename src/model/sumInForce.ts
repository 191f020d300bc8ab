import { applySplit } from './applySplit';
import type { Plan } from './plan';
import type { SplitId } from './units';

/** The edited plan, with the territories' sums anew where the edited split is the one in force; the plan itself where nothing was edited. */
export const sumInForce = (before: Plan, edited: Plan, id: SplitId): Plan =>
  edited === before || edited.accountBook?.inForce !== id ? edited : applySplit(edited, id);
