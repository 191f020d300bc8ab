import type { Plan } from '../model/plan';
import { type CompiledRole } from './compileRole';
import { type CompiledSeats } from './compileSeats';
import { type Switches } from './compileSwitches';
import type { ImageBuilder } from './imageBuilder';
import * as layout from './kernel/layout';
import * as field from './kernel/records';
import {
  BLOCK_TRIALS,
  columnsOf,
  HISTOGRAMS,
  HISTOGRAM_NAMES,
  ROWS,
  ROW_NAMES,
  SUMS,
  SUM_NAMES,
  type OutcomeShape,
} from './outcome';

/** Deals of a seat in a trial that are summed up in one loop; those of busier seats month by month. */
const MOST_SUMS = 4096;
/** Room for stays: so many a seat, and four times what the hazards lead one to expect, up to so many in a trial. */
const STAYS_PER_SEAT = 16;
const MOST_STAYS = 400_000;
/** What a seat that is lived by itself may have however many there are. */
const STAYS_ALONE = 1000;

type Room = OutcomeShape & { readonly classes: number; readonly roles: number; readonly traces: number };

/** Stays that there is room for at once: in a coupled plan of all seats, else of one. */
function mostStays(plan: Plan, roles: readonly CompiledRole[], coupled: boolean): number {
  const changes = plan.events.reduce(
    (most, { effects }) => Math.min(field.LARGEST_FACTOR, most * Math.max(1, effects.attrition ?? 1)),
    1,
  );
  const force = roles.reduce((most, role) => Math.max(most, role.mostForce), 0);
  const seats = coupled ? plan.seats.length : 1;
  const stays = seats * (STAYS_PER_SEAT + Math.ceil(4 * force * changes * plan.calendar.months));
  const most = coupled ? MOST_STAYS : Math.max(STAYS_ALONE, MOST_STAYS / Math.max(1, plan.seats.length));
  // beyond that nobody leaves by themselves any more: each seat has one stay to go, and one for each transfer out of it
  return Math.min(Math.ceil(most), stays) + 2 * plan.seats.length + 64;
}

/** Room for what a trial works with. */
export function reserveRoom(
  plan: Plan,
  room: Room,
  compiledRoles: readonly CompiledRole[],
  seats: CompiledSeats,
  switches: Switches,
  builder: ImageBuilder,
): void {
  const { months, quarters, years, classes, roles } = room;
  const territories = plan.territories.length;
  const managers = switches.managed ? plan.managers.length : 0;
  const numbers = (slot: number, count: number) => builder.reserve(slot, count, 8);
  const words = (slot: number, count: number) => builder.reserve(slot, count, 4);
  builder.count(layout.SEATS, room.seats);
  builder.count(layout.MONTHS, months);
  builder.count(layout.QUARTERS, quarters);
  builder.count(layout.YEARS, years);
  builder.count(layout.ROLES, roles);
  builder.count(layout.GROUPS, room.groups);
  builder.count(layout.TERRITORIES, territories);
  builder.count(layout.EVENTS, plan.events.length);
  builder.count(layout.EVENT_WORDS, room.eventWords);
  builder.count(layout.MOST_SUMS, MOST_SUMS);
  builder.count(layout.MOST_TRACES, room.traces);
  const stays = mostStays(plan, compiledRoles, switches.coupled);
  builder.count(layout.MOST_STAYS, stays);
  numbers(layout.MARKET, quarters);
  numbers(layout.DEMAND, months);
  numbers(layout.ROLE_FACTORS, roles * field.FACTOR_F);
  numbers(layout.SHOCKS, territories * quarters);
  for (const slot of [layout.CLOSE_FACTORS, layout.SIZE_FACTORS, layout.RAMPED, layout.CLASS_BOOKINGS])
    numbers(slot, classes * months);
  numbers(layout.CREATE_FACTORS, switches.coupled ? classes * months : 0);
  numbers(layout.HAZARD_FACTORS, switches.changing ? classes * months : 0);
  numbers(layout.FILL_FACTORS, switches.changing ? classes * months : 0);
  words(layout.SEAT_STATE_WORDS, room.seats * field.STATE_I);
  numbers(layout.SEAT_STATE, room.seats * field.STATE_F);
  words(layout.STAY_WORDS, stays * field.STAY_I);
  numbers(layout.STAY_NUMBERS, stays * field.STAY_F);
  // a stay touches one month more than it fills
  numbers(layout.EFFORTS, (switches.coupled ? room.seats : 1) * months + 2 * stays);
  numbers(layout.HEADCOUNT_CHANGE, classes * (months + 1));
  numbers(layout.CLASS_PRESENCE, switches.managed || switches.supported ? classes * months : 0);
  numbers(layout.CLASS_YEARS, classes * years * field.YEAR_F);
  for (const slot of [layout.MANAGER_PRESENCE, layout.TEAM_PRESENCE, layout.MANAGER_FACTORS])
    numbers(slot, managers * months);
  if (switches.managed) numbers(layout.MANAGER_STRAIN, managers * months);
  for (const slot of [
    layout.ROLE_PRESENCE,
    layout.ROLE_RAMPED,
    layout.SUPPORT_FACTORS,
    layout.SUPPORT_NEEDED,
  ])
    numbers(slot, switches.supported ? roles * months : 0);
  numbers(layout.TERRITORY_EFFORT, switches.covered ? territories * months : 0);
  numbers(layout.TERRITORY_CURVATURE, switches.covered ? territories * months : 0);
  numbers(layout.ROW, months);
  numbers(layout.OWN_ROW, months);
  numbers(layout.MONTH_BOOKED, months);
  numbers(layout.PIPELINE_ROWS, seats.pipelineRows * 2 * months);
  words(layout.COUNT_LEVELS, switches.buffered ? room.seats * 4 * months : 0);
  words(layout.DEAL_COUNTS, months);
  words(layout.UNSETTLED_MONTHS, months);
  numbers(layout.SUMS, MOST_SUMS + 1);
  words(layout.SPARE_STREAM, 4);
  numbers(layout.SEAT_QUARTERS, room.seats * quarters * field.QUARTER_F);
  numbers(layout.GROUP_BOOKINGS, room.groups * months);
  numbers(layout.PLAN_HEADCOUNT, months);
  numbers(layout.PLAN_RAMPED, months);
  numbers(layout.GROUP_YEARS, room.groups * years * field.YEAR_F);
  words(layout.TRACES, room.traces * field.TRACE_I);
  numbers(layout.TRACE_NUMBERS, room.traces * field.TRACE_F);
  builder.reserve(layout.EVENT_DRAWS, 0, 4);
}

const BYTES = new Map<unknown, 8 | 4 | 2 | 1>([
  [Float64Array, 8],
  [Uint32Array, 4],
  [Uint16Array, 2],
  [Uint8Array, 1],
]);

/** Room for what a block leaves behind. */
export function reserveOutputs(shape: OutcomeShape, builder: ImageBuilder): void {
  builder.beginOutputs();
  builder.reserve(layout.TRACE_COUNT, 1, 4);
  for (const name of ROW_NAMES)
    builder.reserve(ROWS[name].slot, BLOCK_TRIALS * columnsOf(name, shape), BYTES.get(ROWS[name].array) ?? 8);
  for (const name of SUM_NAMES)
    builder.reserve(SUMS[name].slot, SUMS[name].cells(shape), BYTES.get(SUMS[name].array) ?? 8);
  for (const name of HISTOGRAM_NAMES)
    builder.reserve(HISTOGRAMS[name].slot, BLOCK_TRIALS * HISTOGRAMS[name].count(shape), 1);
}
