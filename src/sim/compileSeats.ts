import { monthsFromStart, planPeriods, type Period } from '../model/calendar';
import type { Plan, Seat } from '../model/plan';
import { DAYS_PER_MONTH, type SeatId } from '../model/units';
import type { CompiledRole } from './compileRole';
import { entityKey, type EntityKey, type KeyOf } from './entityKey';
import type { ImageBuilder } from './imageBuilder';
import * as layout from './kernel/layout';
import * as field from './kernel/records';
import { compileOpportunities } from './compileOpportunities';
import { managerOfSeat } from './managerOfSeat';
import { makeNumbers, makeWords } from './records';
import { placeSizes, sameSizes } from './sizes';
import { steadyPast } from './steadyPast';

/** A seat with its place in the plan's list and what it is compiled by. */
export interface OrderedSeat {
  readonly seat: Seat;
  /** Place in the plan's list. */
  readonly index: number;
  readonly key: EntityKey;
  readonly role: number;
  /** Whether it works a territory of stated potential. */
  readonly covered: boolean;
}

/** How many transfers lie behind a seat's first person. */
function depthOf(seats: ReadonlyMap<SeatId, Seat>, seat: Seat): number {
  let depth = 0;
  let at: Seat | undefined = seat;
  while (at?.occupant.kind === 'transfer' && depth <= seats.size) {
    at = seats.get(at.occupant.fromSeatId);
    depth++;
  }
  return depth;
}

/** Seats by their keys, so that no result depends on the plan's order; those that others transfer to come after them. */
export function orderSeats(plan: Plan, keyOf: KeyOf = entityKey): OrderedSeat[] {
  const roles = new Map(plan.roles.map((role, index) => [role.id, index]));
  const byId = new Map(plan.seats.map((seat) => [seat.id, seat]));
  const covered = new Set(
    plan.territories.flatMap(({ id, potential }) => (potential === undefined ? [] : [id])),
  );
  return plan.seats
    .map((seat, index) => ({
      seat,
      index,
      key: keyOf('seat', seat.id),
      role: roles.get(seat.roleId) ?? 0,
      covered: seat.territoryId !== undefined && covered.has(seat.territoryId),
      depth: depthOf(byId, seat),
    }))
    .sort((a, b) => a.depth - b.depth || a.key.high - b.key.high || a.key.low - b.key.low);
}

/** What compiling the seats tells about the plan. */
export interface CompiledSeats {
  readonly pipelineRows: number;
  readonly transfers: number;
  readonly records: number;
}

/** Lays the seats out, with their leaves, transfers, records and open opportunities. */
export function compileSeats(
  plan: Plan,
  seats: readonly OrderedSeat[],
  classOf: readonly number[],
  roles: readonly CompiledRole[],
  annualQuotas: (seat: Seat) => readonly number[],
  sketchFloors: Int32Array,
  builder: ImageBuilder,
  keyOf: KeyOf,
): CompiledSeats {
  const words = makeWords(seats.length, field.SEAT_I);
  const numbers = makeNumbers(seats.length, field.SEAT_F);
  const placeOf = new Map(seats.map(({ seat }, place) => [seat.id, place]));
  const managing = managerOfSeat(plan);
  const years = planPeriods(plan.calendar).filter(({ kind }) => kind === 'year');
  const seatQuotas: number[] = [];
  const openMonths: number[] = [];
  const leaves: number[] = [];
  const targets: number[] = [];
  const dates: number[] = [];
  const transfers = transfersBySource(plan, seats);
  let pipelineRows = 0;
  let records = 0;
  seats.forEach((ordered, place) => {
    const { seat, role: roleIndex, covered, key } = ordered;
    const role = roles[roleIndex];
    if (!role) return;
    const set = (at: number, value: number) => words.set(place, at, value);
    const setNumber = (at: number, value: number) => numbers.set(place, at, value);
    const selling = (role.role.work ?? 'sell') === 'sell';
    set(field.SEAT_ROLE, roleIndex);
    set(field.SEAT_CLASS, classOf[place] ?? 0);
    set(field.SEAT_BACKFILL, seat.backfill ? 1 : 0);
    set(field.SEAT_KEY_HIGH, key.high);
    set(field.SEAT_KEY_LOW, key.low);
    set(field.SEAT_INDEX, ordered.index);
    set(field.SEAT_MANAGES, managing.get(seat.id) ?? -1);
    const unit = covered ? role.hours : role.dealsPerMonth * (seat.potential ?? 1);
    setNumber(field.SEAT_UNIT, selling ? unit : 0);
    const quotas = selling ? annualQuotas(seat) : years.map(() => 0);
    seatQuotas.push(...quotas);
    openMonths.push(...years.map((year) => monthsOpen(plan, seat, year)));
    set(field.SEAT_SKETCH_FLOOR, sketchFloors[ordered.index] ?? 0);
    compileStart(plan, seat, place, words, numbers);
    set(field.SEAT_FIRST_LEAVE, leaves.length / field.LEAVE_F);
    for (const { from, to, share } of seat.leaves ?? [])
      leaves.push(monthsFromStart(plan.calendar, from), monthsFromStart(plan.calendar, to), share);
    set(field.SEAT_END_LEAVE, leaves.length / field.LEAVE_F);
    set(field.SEAT_FIRST_TRANSFER, targets.length);
    for (const transfer of transfers.get(seat.id) ?? []) {
      targets.push(placeOf.get(transfer.target) ?? 0);
      dates.push(transfer.date, transfer.rampKept);
    }
    set(field.SEAT_END_TRANSFER, targets.length);
    const piped = selling && role.lag.length > 0;
    set(field.SEAT_PIPELINE_ROW, piped ? pipelineRows++ : -1);
    if (piped) compileOpening(plan, seat, role, place, words, builder);
    if (selling && compileRecord(plan, ordered, role, place, words, numbers, builder)) records++;
  });
  compileOpportunities(plan, seats, roles, words, builder, keyOf);
  builder.put(layout.SEAT_WORDS, words.data);
  builder.put(layout.SEAT_NUMBERS, numbers.data);
  builder.put(layout.SEAT_QUOTAS, Float64Array.from(seatQuotas));
  builder.put(layout.SEAT_OPEN_MONTHS, Float64Array.from(openMonths));
  builder.put(layout.LEAVES, Float64Array.from(leaves));
  builder.put(layout.TRANSFERS, Int32Array.from(targets));
  builder.put(layout.TRANSFER_DATES, Float64Array.from(dates));
  return { pipelineRows, transfers: targets.length, records };
}

interface Transfer {
  readonly target: SeatId;
  readonly date: number;
  readonly rampKept: number;
}

/** Transfers out of each seat, by date; of one day, in the order of the seats they go to. */
function transfersBySource(plan: Plan, seats: readonly OrderedSeat[]): Map<SeatId, Transfer[]> {
  const bySource = new Map<SeatId, Transfer[]>();
  for (const { seat } of seats) {
    const { occupant } = seat;
    if (occupant.kind !== 'transfer') continue;
    const list = bySource.get(occupant.fromSeatId) ?? [];
    const date = Math.max(0, monthsFromStart(plan.calendar, occupant.date));
    list.push({ target: seat.id, date, rampKept: occupant.rampKept });
    bySource.set(occupant.fromSeatId, list);
  }
  for (const list of bySource.values()) list.sort((a, b) => a.date - b.date);
  return bySource;
}

type Words = ReturnType<typeof makeWords>;
type Numbers = ReturnType<typeof makeNumbers>;

/** When the first person starts or is to start, in months from the plan's start, with the lever's delay. */
function startOf({ calendar, levers }: Plan, { occupant }: Seat): number {
  if (occupant.kind === 'incumbent') return monthsFromStart(calendar, occupant.hired);
  if (occupant.kind === 'transfer') return monthsFromStart(calendar, occupant.date);
  return monthsFromStart(calendar, occupant.start) + levers.startDelay / DAYS_PER_MONTH;
}

const closingOf = ({ calendar }: Plan, { closes }: Seat): number =>
  closes === undefined ? Infinity : monthsFromStart(calendar, closes);

/** Months of the period for which the seat is an open position, filled or not. */
function monthsOpen(plan: Plan, seat: Seat, { firstMonth, endMonth }: Period): number {
  const from = Math.max(firstMonth, startOf(plan, seat));
  return Math.max(0, Math.min(endMonth, closingOf(plan, seat)) - from);
}

const START_KINDS = { incumbent: field.INCUMBENT, planned: field.PLANNED, transfer: field.TRANSFERRED };

function compileStart(plan: Plan, seat: Seat, place: number, words: Words, numbers: Numbers): void {
  words.set(place, field.SEAT_START_KIND, START_KINDS[seat.occupant.kind]);
  numbers.set(place, field.SEAT_START, startOf(plan, seat));
  numbers.set(place, field.SEAT_CLOSES, closingOf(plan, seat));
}

/** What the first person has in the pipeline from a steady past: by closing month, of one unit of ramped intensity. */
function compileOpening(
  plan: Plan,
  { occupant }: Seat,
  role: CompiledRole,
  place: number,
  words: Words,
  builder: ImageBuilder,
): void {
  if (role.role.pipeline?.opening !== 'steady' || occupant.kind !== 'incumbent') return;
  const tenure = -monthsFromStart(plan.calendar, occupant.hired);
  const row = steadyPast(role.ramp, role.lag, tenure, plan.calendar.months);
  words.set(place, field.SEAT_OPENING, builder.place(row));
}

/** The first person's own record, where there is one. Sellers with too few deals of their own carry their role's sizes. */
function compileRecord(
  plan: Plan,
  { seat, covered }: OrderedSeat,
  role: CompiledRole,
  place: number,
  words: Words,
  numbers: Numbers,
  builder: ImageBuilder,
): boolean {
  const history = seat.occupant.kind === 'incumbent' ? seat.occupant.history : undefined;
  if (!history) return false;
  const { levers } = plan;
  const shared = sameSizes(history.dealSize, role.role.dealSize);
  const cap = (role.role.dealSizeCap ?? Infinity) * levers.dealSize;
  const sizes = shared ? undefined : placeSizes(builder, history.dealSize, levers.dealSize, cap);
  const mean = sizes && levers.dealSize > 0 ? sizes.mean / levers.dealSize : role.meanDeal;
  const deals = levers.productivity / history.dealsPerMonth.rate;
  // in a covered territory the record says how skilled the person is: bookings against the role's
  const usual = role.dealsPerMonth * role.meanDeal;
  const relative = usual > 0 ? Math.min(field.MOST_SKILL, (deals * mean) / usual) : 1;
  words.set(place, field.SEAT_RECORD, 1);
  words.set(place, field.SEAT_SIZES, sizes?.address ?? role.sizes);
  numbers.set(place, field.SEAT_RECORD_SHAPE, history.dealsPerMonth.shape);
  const scale = covered ? role.hours * relative : deals * (seat.potential ?? 1);
  numbers.set(place, field.SEAT_RECORD_SCALE, scale);
  numbers.set(place, field.SEAT_OWN_RATIO, covered && mean > 0 ? role.meanDeal / mean : 1);
  numbers.set(place, field.SEAT_OWN_WORTH, !covered && role.meanDeal > 0 ? mean / role.meanDeal : 1);
  return true;
}
