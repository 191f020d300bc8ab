import { patchById, without } from './editList';
import { mendReferences } from './mendReferences';
import type { Patch } from './patch';
import type { OpenOpportunity, OpenPipeline, Plan, Stage } from './plan';
import type { OpportunityId, StageId } from './units';

const withOpen = (plan: Plan, change: Partial<OpenPipeline>): Plan => ({
  ...plan,
  openPipeline: { ...plan.openPipeline, ...change },
});

/** The plan with one more stage. */
export const addStage = (plan: Plan, stage: Stage): Plan =>
  withOpen(plan, { stages: [...plan.openPipeline.stages, stage] });

/** The plan with some fields of one stage replaced. */
export const updateStage = (plan: Plan, id: StageId, patch: Patch<Stage>): Plan =>
  withOpen(plan, { stages: patchById(plan.openPipeline.stages, id, patch) });

/** The plan without that stage; opportunities in it have their own probability or the role's win rate. */
export const removeStage = (plan: Plan, id: StageId): Plan =>
  mendReferences(withOpen(plan, { stages: without(plan.openPipeline.stages, id) }));

/** The plan with one more open opportunity, or with several. */
export const addOpportunity = (plan: Plan, ...opportunities: readonly OpenOpportunity[]): Plan =>
  setOpportunities(plan, [...plan.openPipeline.opportunities, ...opportunities]);

/** The plan with these open opportunities alone. */
export const setOpportunities = (plan: Plan, opportunities: readonly OpenOpportunity[]): Plan =>
  withOpen(plan, { opportunities });

/** The plan with some fields of one opportunity replaced. */
export const updateOpportunity = (plan: Plan, id: OpportunityId, patch: Patch<OpenOpportunity>): Plan =>
  withOpen(plan, { opportunities: patchById(plan.openPipeline.opportunities, id, patch) });

/** The plan without that opportunity. */
export const removeOpportunity = (plan: Plan, id: OpportunityId): Plan =>
  withOpen(plan, { opportunities: without(plan.openPipeline.opportunities, id) });
