import { patchById, without } from './editList';
import { dropOrphanNotes } from './editNotes';
import type { Patch } from './patch';
import type { Plan, RiskEvent } from './plan';
import type { EventId } from './units';

/** The plan with one more entry in the risk register. */
export const addEvent = (plan: Plan, event: RiskEvent): Plan => ({
  ...plan,
  events: [...plan.events, event],
});

/** The plan with some fields of one event replaced. */
export const updateEvent = (plan: Plan, id: EventId, patch: Patch<RiskEvent>): Plan => ({
  ...plan,
  events: patchById(plan.events, id, patch),
});

/** The plan without that event, nor notes on it. */
export const removeEvent = (plan: Plan, id: EventId): Plan =>
  dropOrphanNotes({ ...plan, events: without(plan.events, id) });
