import type { StoredPlan } from './planStore';
import type { WholeHead } from './setAside';

export function storedPlan({ head, plan }: WholeHead): StoredPlan {
  const { revision, savedAt, branchOf } = head;
  return { plan, revision, savedAt, ...(branchOf && { branchOf }) };
}
