import { safeParse } from 'valibot';
import { accountRules } from './accountRules';
import { dateRules } from './dateRules';
import { dealCountRules } from './dealCountRules';
import { skeletonSchema, type Skeleton } from './planSkeleton';
import { noteRules } from './noteRules';
import type { Problem } from './problem';
import { referenceRules } from './referenceRules';
import { duplicates } from './references';
import { transferRules } from './transferRules';

const duplicateRules = (plan: Skeleton): Problem[] => [
  ...(['regions', 'territories', 'managers', 'roles', 'seats', 'events'] as const).flatMap((name) =>
    duplicates(plan[name], [name], 'id'),
  ),
  ...(['stages', 'opportunities'] as const).flatMap((name) =>
    duplicates(plan.openPipeline[name], ['openPipeline', name], 'id'),
  ),
  ...(['targets', 'budgets'] as const).flatMap((name) => duplicates(plan[name], [name], 'period')),
];

/** What is wrong between the fields of something that may be a plan; what cannot be read is passed over. */
export function planRules(input: unknown): Problem[] {
  const parsed = safeParse(skeletonSchema, input);
  if (!parsed.success) return [];
  return [
    duplicateRules,
    referenceRules,
    transferRules,
    dateRules,
    dealCountRules,
    noteRules,
    accountRules,
  ].flatMap((rules) => rules(parsed.output));
}
