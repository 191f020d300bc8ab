import type { Plan } from '../model/plan';
import type { KeyOf } from './entityKey';
import type { ImageBuilder } from './imageBuilder';
import * as layout from './kernel/layout';
import * as field from './kernel/records';
import { managerOfSeat } from './managerOfSeat';
import { makeNumbers, makeWords } from './records';

/** Lays out territories and managers. Potential and workload are of a year, and become those of a month. */
export function compileTerritories(plan: Plan, builder: ImageBuilder, keyOf: KeyOf): void {
  const words = makeWords(plan.territories.length, field.TERRITORY_I);
  const numbers = makeNumbers(plan.territories.length, field.TERRITORY_F);
  plan.territories.forEach(({ id, potential, workload }, place) => {
    const key = keyOf('territory', id);
    words.set(place, field.TERRITORY_KEY_HIGH, key.high);
    words.set(place, field.TERRITORY_KEY_LOW, key.low);
    words.set(place, field.TERRITORY_COVERED, potential === undefined ? 0 : 1);
    numbers.set(place, field.TERRITORY_POTENTIAL, ((potential ?? 0) * plan.levers.productivity) / 12);
    numbers.set(place, field.TERRITORY_WORKLOAD, workload / 12);
  });
  builder.put(layout.TERRITORY_WORDS, words.data);
  builder.put(layout.TERRITORY_NUMBERS, numbers.data);
  // managers who sit in one seat are there together: all look at the row that the seat's presence goes to
  const rows = managerOfSeat(plan);
  builder.put(
    layout.MANAGER_WORDS,
    Int32Array.from(plan.managers, ({ seatId }) => (seatId ? (rows.get(seatId) ?? -1) + 1 : 0)),
  );
}
