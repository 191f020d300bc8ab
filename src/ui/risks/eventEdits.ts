import { lostNotes, putBackNotes } from '../../model/editNotes';
import { planMonth } from '../../model/calendar';
import { removeEvent } from '../../model/editEvents';
import { freshId } from '../../model/ids';
import { mendReferences } from '../../model/mendReferences';
import type { Patch } from '../../model/patch';
import type { Plan, RiskEffects, RiskEvent, RiskScope } from '../../model/plan';
import { eventId, regionId, roleId, share, territoryId, type IsoMonth } from '../../model/units';

const freshEventId = (plan: Plan) =>
  eventId(
    freshId(
      'event',
      plan.events.map(({ id }) => id),
    ),
  );

/** An event that may begin in any month of the plan and does nothing yet. */
export function newEvent(plan: Plan): RiskEvent {
  return {
    id: freshEventId(plan),
    name: 'New event',
    probability: share(0.2),
    earliest: planMonth(plan.calendar, 0),
    latest: planMonth(plan.calendar, plan.calendar.months - 1),
    months: 6,
    scope: { kind: 'all' },
    effects: {},
  };
}

/** An event to learn from: a rival that takes one deal in five for half a year. Judgement. */
export function sampleEvent(plan: Plan): RiskEvent {
  const month = (index: number) => planMonth(plan.calendar, Math.min(plan.calendar.months - 1, index));
  return {
    ...newEvent(plan),
    name: 'A rival launches a cheaper product',
    probability: share(0.25),
    earliest: month(2),
    latest: month(5),
    effects: { winRate: 0.8 },
  };
}

/** A copy of an event with an id of its own. */
export const copyOfEvent = (plan: Plan, event: RiskEvent): RiskEvent => ({
  ...event,
  id: freshEventId(plan),
  name: `${event.name.slice(0, 190)} (copy)`,
});

/** The months in which it may begin with another first one; the last one follows where it must. */
export const beginningFrom = (event: RiskEvent, earliest: IsoMonth): Patch<RiskEvent> => ({
  earliest,
  ...(event.latest < earliest && { latest: earliest }),
});

/** The effects with one of them set to a multiplier; 1 and undefined take it away. */
export function effectsWith(
  effects: RiskEffects,
  key: keyof RiskEffects,
  multiplier: number | undefined,
): RiskEffects {
  const { [key]: _gone, ...others } = effects;
  return multiplier === undefined || multiplier === 1 ? others : { ...others, [key]: multiplier };
}

/** A scope as the value of a list: its kind, with the id behind it. */
export const scopeValue = (scope: RiskScope): string =>
  scope.kind === 'all' ? 'all' : `${scope.kind} ${scope.id}`;

/** The scope of such a value. */
export function scopeOf(value: string): RiskScope {
  const [kind = '', ...rest] = value.split(' ');
  const id = rest.join(' ');
  if (kind === 'role') return { kind, id: roleId(id) };
  if (kind === 'region') return { kind, id: regionId(id) };
  return kind === 'territory' ? { kind, id: territoryId(id) } : { kind: 'all' };
}

/** The plan without the event, and how to put it back where it stood, if what it is about is still there. */
export function takeEvent(
  plan: Plan,
  event: RiskEvent,
): { readonly without: Plan; readonly putBack: (later: Plan) => Plan } {
  const at = plan.events.findIndex(({ id }) => id === event.id);
  const putBack = (later: Plan): Plan => {
    if (later.events.some(({ id }) => id === event.id)) return later;
    const events = [...later.events.slice(0, at), event, ...later.events.slice(at)];
    return mendReferences({ ...later, events });
  };
  const without = removeEvent(plan, event.id);
  const notes = lostNotes(plan, without);
  return { without, putBack: (later) => putBackNotes(putBack(later), notes) };
}
