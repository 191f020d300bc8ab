import { monthNumber } from '../model/calendar';
import type { Plan, RiskScope } from '../model/plan';
import type { SeatClass } from './compileGroups';
import type { KeyOf } from './entityKey';
import type { ImageBuilder } from './imageBuilder';
import * as layout from './kernel/layout';
import * as field from './kernel/records';
import { makeNumbers, makeWords } from './records';

function isInScope(plan: Plan, { role, territory, region }: SeatClass, scope: RiskScope): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'role':
      return plan.roles[role]?.id === scope.id;
    case 'region':
      return plan.regions[region]?.id === scope.id;
    case 'territory':
      return plan.territories[territory]?.id === scope.id;
  }
}

/**
 * Lays the risk register out: when each event may begin, how long it lasts, whom it meets and what it does to them. By
 * their keys: factors are multiplied one after the other, and the plan's order must move no product by a rounding.
 */
export function compileEvents(
  plan: Plan,
  classes: readonly SeatClass[],
  builder: ImageBuilder,
  keyOf: KeyOf,
): void {
  const words = makeWords(plan.events.length, field.EVENT_I);
  const numbers = makeNumbers(plan.events.length, field.EVENT_F);
  const inScope: number[] = [];
  const first = monthNumber(plan.calendar.start);
  const ordered = plan.events
    .map((event, index) => ({ event, index, key: keyOf('event', event.id) }))
    .sort((a, b) => a.key.high - b.key.high || a.key.low - b.key.low);
  ordered.forEach(({ event, index, key }, place) => {
    const { probability, earliest, latest, months, scope, effects } = event;
    words.set(place, field.EVENT_INDEX, index);
    words.set(place, field.EVENT_KEY_HIGH, key.high);
    words.set(place, field.EVENT_KEY_LOW, key.low);
    words.set(place, field.EVENT_FIRST, monthNumber(earliest) - first);
    words.set(place, field.EVENT_STARTS, monthNumber(latest) - monthNumber(earliest) + 1);
    words.set(place, field.EVENT_MONTHS, months);
    words.set(place, field.EVENT_FIRST_CLASS, inScope.length);
    classes.forEach((each, at) => {
      if (isInScope(plan, each, scope)) inScope.push(at);
    });
    words.set(place, field.EVENT_END_CLASS, inScope.length);
    numbers.set(place, field.EVENT_PROBABILITY, probability);
    numbers.set(place, field.EVENT_INTENSITY, (effects.intensity ?? 1) * (effects.winRate ?? 1));
    numbers.set(place, field.EVENT_SIZE, effects.dealSize ?? 1);
    numbers.set(place, field.EVENT_HAZARD, effects.attrition ?? 1);
    numbers.set(place, field.EVENT_FILL, effects.timeToFill ?? 1);
  });
  builder.put(layout.EVENT_RECORDS, words.data);
  builder.put(layout.EVENT_NUMBERS, numbers.data);
  builder.put(layout.EVENT_CLASSES, Int32Array.from(inScope));
}
