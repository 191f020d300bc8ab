import { patchById, without } from './editList';
import { mendReferences } from './mendReferences';
import type { Patch } from './patch';
import type { Plan, Territory } from './plan';
import type { TerritoryId } from './units';

/** The plan with one more territory. */
export const addTerritory = (plan: Plan, territory: Territory): Plan => ({
  ...plan,
  territories: [...plan.territories, territory],
});

/** The plan with some fields of one territory replaced. */
export const updateTerritory = (plan: Plan, id: TerritoryId, patch: Patch<Territory>): Plan => ({
  ...plan,
  territories: patchById(plan.territories, id, patch),
});

/** The plan without that territory; its seats stay, without one, and events of it alone go with it. */
export const removeTerritory = (plan: Plan, id: TerritoryId): Plan =>
  mendReferences({ ...plan, territories: without(plan.territories, id) });
