import oneSeat from '../../tests/fixtures/one-seat.json';
import { parsePlan } from '../model/parsePlan';
import type { Plan } from '../model/plan';
import { makeSamplePlans } from '../model/samples';
import { featurePlans } from './featurePlans';
import { makeStandardPlan } from './standardPlan';

export interface GoldenPlan {
  readonly name: string;
  readonly plan: Plan;
  /** How many of its blocks are held. */
  readonly blocks: number;
}

/** The plans whose bytes are held. */
export function goldenPlans(): readonly GoldenPlan[] {
  const parsed = parsePlan(oneSeat);
  if (!parsed.ok)
    throw new Error(`the fixture must parse, got ${parsed.problems[0]?.message ?? 'no reason'}`);
  return [
    { name: 'one-seat', plan: parsed.value, blocks: 16 },
    ...makeSamplePlans().map((plan) => ({ name: plan.id, plan, blocks: 4 })),
    ...featurePlans().map((plan) => ({ name: plan.name, plan, blocks: 1 })),
    { name: 'standard', plan: makeStandardPlan(), blocks: 2 },
  ];
}
