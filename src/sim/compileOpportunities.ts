import type { OpenOpportunity, Plan } from '../model/plan';
import { DAYS_PER_MONTH } from '../model/units';
import type { CompiledRole } from './compileRole';
import type { OrderedSeat } from './compileSeats';
import type { EntityKey, KeyOf } from './entityKey';
import type { ImageBuilder } from './imageBuilder';
import * as layout from './kernel/layout';
import * as field from './kernel/records';
import { makeNumbers, makeWords, type Records } from './records';
import { spreadTime } from './renewal';

const TWO_32 = 4294967296;

/**
 * Lays open opportunities out by the seats that hold them, each with its chance and the months it may close in. Where a
 * steady past closes after the start they are part of it, and are passed over.
 */
export function compileOpportunities(
  plan: Plan,
  seats: readonly OrderedSeat[],
  roles: readonly CompiledRole[],
  seatWords: Records<Int32Array>,
  builder: ImageBuilder,
  keyOf: KeyOf,
): void {
  const stages = new Map(plan.openPipeline.stages.map(({ id, winRate }) => [id, winRate]));
  const bySeat = new Map<string, { readonly each: OpenOpportunity; readonly key: EntityKey }[]>();
  for (const each of plan.openPipeline.opportunities) {
    const list = bySeat.get(each.seatId) ?? [];
    list.push({ each, key: keyOf('opportunity', each.id) });
    bySeat.set(each.seatId, list);
  }
  const count = plan.openPipeline.opportunities.length;
  const words = makeWords(count, field.OPPORTUNITY_I);
  const numbers = makeNumbers(count, field.OPPORTUNITY_F);
  const levels = new Map<string, number>();
  let place = 0;
  seats.forEach(({ seat, role: roleIndex }, at) => {
    const role = roles[roleIndex];
    const pipeline = role?.role.pipeline;
    const list = (bySeat.get(seat.id) ?? []).sort((a, b) => a.key.high - b.key.high || a.key.low - b.key.low);
    seatWords.set(at, field.SEAT_FIRST_OPPORTUNITY, place);
    for (const { each, key } of pipeline?.opening === 'listed' ? list : []) {
      const stage = each.stageId === undefined ? undefined : stages.get(each.stageId);
      const known = `${roleIndex} ${each.ageDays}`;
      const address = levels.get(known) ?? builder.place(closingLevels(plan, pipeline, each.ageDays));
      levels.set(known, address);
      words.set(place, field.OPPORTUNITY_KEY_HIGH, key.high);
      words.set(place, field.OPPORTUNITY_KEY_LOW, key.low);
      words.set(place, field.OPPORTUNITY_MONTHS, address);
      numbers.set(place, field.OPPORTUNITY_AMOUNT, each.amount * plan.levers.dealSize);
      numbers.set(place, field.OPPORTUNITY_PROBABILITY, each.probability ?? stage ?? pipeline?.winRate ?? 0);
      place++;
    }
    seatWords.set(at, field.SEAT_END_OPPORTUNITY, place);
  });
  builder.put(layout.OPPORTUNITY_WORDS, words.data);
  builder.put(layout.OPPORTUNITY_NUMBERS, numbers.data);
}

/** P(closed by each month's end | open at that age) as signed words. One older than the cycle ever lasts closes at once. */
function closingLevels(plan: Plan, pipeline: CompiledRole['role']['pipeline'], ageDays: number): Int32Array {
  const age = ageDays / DAYS_PER_MONTH;
  const integral = pipeline ? spreadTime(pipeline.cycle, 1) : () => 0;
  // the distribution function as the slope of its integral over a thousandth of a month
  const step = 1e-3;
  const closedBy = (time: number) => Math.min(1, (integral(time) - integral(time - step)) / step);
  const before = age > 0 ? closedBy(age) : 0;
  return Int32Array.from({ length: plan.calendar.months }, (_, month) => {
    const share = before < 1 - 1e-9 ? (closedBy(age + month + 1) - before) / (1 - before) : 1;
    return (Math.max(1, Math.min(TWO_32, Math.floor(share * TWO_32))) - 1) ^ 0x80000000;
  });
}
