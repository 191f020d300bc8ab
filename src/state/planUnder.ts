import type { TerritorySplit } from '../model/accountBook';
import { applySplit } from '../model/applySplit';
import { addSplit, setAccountBook, updateSplit } from '../model/editAccounts';
import type { Plan } from '../model/plan';

/** A copy of the plan with that split in force, whether it is one of the plan's or not, without what nothing is drawn from. */
export function planUnder(plan: Plan, split: TerritorySplit): Plan {
  const own = plan.accountBook?.splits.find(({ id }) => id === split.id);
  const holding = own === split ? plan : own ? updateSplit(plan, split.id, split) : addSplit(plan, split);
  return setAccountBook(applySplit(holding, split.id), undefined);
}

/** Whether two such copies are the same to the simulation: fields are shared where nothing was edited, territories are summed anew. */
export function sameUnder(one: Plan, other: Plan): boolean {
  return (Object.keys({ ...one, ...other }) as (keyof Plan)[]).every((field) =>
    field === 'territories'
      ? JSON.stringify(one[field]) === JSON.stringify(other[field])
      : one[field] === other[field],
  );
}
