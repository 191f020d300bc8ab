import { monthNumber, planPeriods } from '../model/calendar';
import type { Plan } from '../model/plan';
import { classify, compileGroups } from './compileGroups';
import { compileEvents } from './compileEvents';
import { compileRole, type CompiledRole } from './compileRole';
import { compileSeats, orderSeats, type CompiledSeats } from './compileSeats';
import { compileTerritories } from './compileTerritories';
import { entityKey } from './entityKey';
import { ImageBuilder, type Image } from './imageBuilder';
import * as layout from './kernel/layout';
import * as field from './kernel/records';
import { LARGEST_FACTOR } from './kernel/shared';
import {
  BLOCK_TRIALS,
  columnsOf,
  HISTOGRAMS,
  HISTOGRAM_NAMES,
  outcomeShape,
  ROWS,
  ROW_NAMES,
  SUMS,
  SUM_NAMES,
  type OutcomeShape,
} from './outcome';
import { planQuotas } from './planQuotas';
import { poissonCumulative, poissonGuide, poissonSettled, poissonThresholds } from './poissonTables';
import { makeNumbers, makeWords } from './records';
import { cachedTable } from './sizes';
import { sketchFloors } from './sketchFloors';
import { exponentialTable, normalTable } from './tables';
import { exp } from './kernel/elementary';

/** A plan compiled once for many trials: laid out for the kernel. No result depends on the order of the plan's lists. */
export interface RunInput {
  readonly image: Image;
  readonly shape: OutcomeShape;
}

/** Deals of a seat in a trial that are summed up in one loop; those of busier seats month by month. */
const MOST_SUMS = 4096;
/** Room for stays: so many a seat, and four times what the hazards lead one to expect, up to so many in a trial. */
const STAYS_PER_SEAT = 16;
const MOST_STAYS = 400_000;
/** What a seat that is lived by itself may have however many there are. */
const STAYS_ALONE = 1000;

/** Compiles a plan that has been parsed, with room for what `traces` moments of a replayed trial tell. Cost: under a millisecond a role (its tables), microseconds a seat. */
export function compilePlan(plan: Plan, traces = 0): RunInput {
  const builder = new ImageBuilder();
  const shape = outcomeShape(plan);
  const seats = orderSeats(plan);
  const sorted = classify(plan, seats);
  const quotas = planQuotas(plan);
  const floors = sketchFloors(plan);
  const roleWords = makeWords(plan.roles.length, field.ROLE_I);
  const roleNumbers = makeNumbers(plan.roles.length, field.ROLE_F);
  const roles = plan.roles.map((role, index) =>
    compileRole(plan, role, index, roleWords, roleNumbers, builder),
  );
  const compiled = compileSeats(
    plan,
    seats,
    sorted.classOf,
    roles,
    quotas.annualQuotas,
    floors.seat,
    builder,
  );
  compileSources(plan, roleWords, builder);
  builder.put(layout.ROLE_WORDS, roleWords.data);
  builder.put(layout.ROLE_NUMBERS, roleNumbers.data);
  compileGroups(plan, sorted, quotas, floors, builder);
  compileTerritories(plan, builder);
  compileEvents(plan, sorted.classes, builder);
  compileCalendar(plan, builder);
  compileTables(plan, builder);
  const room = { ...shape, classes: sorted.classes.length, roles: roles.length, traces };
  const switches = compileSwitches(plan, compiled, builder);
  builder.count(layout.CLASSES, room.classes);
  reserveRoom(plan, room, roles, compiled, switches, builder);
  reserveOutputs(shape, builder);
  return { image: builder.build(), shape };
}

/** Sources that a support role feeds; who feeds none of them waits for nobody. */
function compileSources(plan: Plan, roleWords: ReturnType<typeof makeWords>, builder: ImageBuilder): void {
  const places = new Map(plan.roles.map(({ id }, place) => [id, place]));
  const fedBy: number[] = [];
  const numbers: number[] = [];
  plan.roles.forEach(({ sources = [] }, role) => {
    roleWords.set(role, field.ROLE_FIRST_SOURCE, fedBy.length);
    for (const source of sources) {
      if (!source.fedBy) continue;
      fedBy.push(places.get(source.fedBy.roleId) ?? 0);
      numbers.push(source.share, source.fedBy.sellersPerHead);
    }
    roleWords.set(role, field.ROLE_END_SOURCE, fedBy.length);
  });
  builder.put(layout.SOURCES, Int32Array.from(fedBy));
  builder.put(layout.SOURCE_NUMBERS, Float64Array.from(numbers));
}

function compileCalendar(plan: Plan, builder: ImageBuilder): void {
  const { calendar } = plan;
  const periods = planPeriods(calendar);
  const quarters = periods.filter(({ kind }) => kind === 'quarter');
  const years = periods.filter(({ kind }) => kind === 'year');
  const months = Array.from({ length: calendar.months }, (_, month) => month);
  const holding = (list: typeof periods, month: number) => list.findIndex(({ endMonth }) => month < endMonth);
  const first = monthNumber(calendar.start);
  const season = Float64Array.from(months, (month) => plan.seasonality[(first + month) % 12] ?? 1);
  builder.put(
    layout.QUARTER_OF_MONTH,
    Int32Array.from(months, (month) => holding(quarters, month)),
  );
  builder.put(
    layout.YEAR_OF_QUARTER,
    Int32Array.from(quarters, ({ firstMonth }) => holding(years, firstMonth)),
  );
  builder.put(
    layout.QUARTER_START,
    Int32Array.from([...quarters.map(({ firstMonth }) => firstMonth), calendar.months]),
  );
  builder.put(layout.SEASON, season);
  // added up month by month, as the kernel does where a quarter is not whole
  builder.put(
    layout.QUARTER_SEASON,
    Float64Array.from(quarters, ({ firstMonth, endMonth }) =>
      season.subarray(firstMonth, endMonth).reduce((sum, weight) => sum + weight, 0),
    ),
  );
}

function compileTables(plan: Plan, builder: ImageBuilder): void {
  builder.put(layout.NORMAL, normalTable);
  builder.put(layout.EXPONENTIAL, exponentialTable);
  builder.put(layout.POISSON_SETTLED, poissonSettled);
  builder.put(layout.POISSON_GUIDE, poissonGuide);
  builder.put(layout.POISSON_THRESHOLDS, poissonThresholds);
  builder.put(layout.POISSON_CUMULATIVE, poissonCumulative);
  const { territoryShockSd } = plan.coverage;
  if (territoryShockSd > 0 && plan.territories.length > 0) {
    const cv = Math.sqrt(exp(territoryShockSd * territoryShockSd) - 1);
    builder.put(layout.SHOCK_TABLE, cachedTable('lognormal', cv));
  }
  const { management, market } = plan;
  const settings = makeNumbers(1, field.SETTINGS_F);
  settings.set(0, field.VACANT_FACTOR, management.vacantFactor);
  settings.set(0, field.SPAN_LIMIT, management.spanLimit ?? Infinity);
  settings.set(0, field.OVER_SPAN_FACTOR, management.overSpanFactor);
  settings.set(0, field.RAMP_FACTOR, management.rampFactor);
  settings.set(0, field.MARKET_SD, market.sd);
  settings.set(0, field.MARKET_PERSISTENCE, market.persistence);
  settings.set(0, field.GROSS_MARGIN, plan.grossMargin);
  builder.put(layout.SETTINGS, settings.data);
}

/** What the plan makes use of: who uses nothing that couples seats pays nothing for it. */
interface Switches {
  readonly coupled: boolean;
  readonly managed: boolean;
  readonly covered: boolean;
  readonly supported: boolean;
  readonly changing: boolean;
  readonly buffered: boolean;
  readonly segments: number;
}

function compileSwitches(plan: Plan, compiled: CompiledSeats, builder: ImageBuilder): Switches {
  const { management } = plan;
  const managed =
    management.vacantFactor !== 1 || management.overSpanFactor !== 1 || management.rampFactor !== 1;
  const covered = plan.seats.some(({ territoryId }) =>
    plan.territories.some(({ id, potential }) => id === territoryId && potential !== undefined),
  );
  const supported = plan.roles.some(({ sources }) => sources?.some(({ fedBy }) => fedBy !== undefined));
  const performance = plan.roles.some(
    ({ performanceLeaving }) => performanceLeaving !== undefined && performanceLeaving.multiplier !== 1,
  );
  const changing = plan.events.some(
    ({ effects }) => (effects.attrition ?? 1) !== 1 || (effects.timeToFill ?? 1) !== 1,
  );
  const quarters = planPeriods(plan.calendar).filter(({ kind }) => kind === 'quarter');
  const starts = performance ? quarters.map(({ firstMonth }) => firstMonth) : [0];
  builder.put(layout.SEGMENT_START, Int32Array.from([...starts, plan.calendar.months]));
  const coupled =
    managed || covered || supported || performance || compiled.transfers > 0 || compiled.pipelineRows > 0;
  builder.count(layout.SEGMENTS, starts.length);
  builder.count(layout.SEED, plan.run.seed);
  builder.count(layout.UNCERTAIN, plan.parameterUncertainty ? 1 : 0);
  builder.count(layout.NEEDS_PRESENCE, managed || supported ? 1 : 0);
  builder.count(layout.PERFORMANCE, performance ? 1 : 0);
  builder.count(layout.CHANGING_HAZARD, changing ? 1 : 0);
  builder.count(layout.RAMP_RELIEF, plan.quota.rampRelief ? 1 : 0);
  builder.count(layout.COVERED, covered ? 1 : 0);
  builder.count(layout.SUPPORTED, supported ? 1 : 0);
  builder.count(layout.KEEPS_STREAMS, coupled ? 1 : 0);
  builder.count(layout.COUPLED, coupled ? 1 : 0);
  builder.count(layout.MANAGERS, managed ? plan.managers.length : 0);
  const market = entityKey('market', '');
  builder.count(layout.MARKET_HIGH, market.high);
  builder.count(layout.MARKET_LOW, market.low);
  const buffered = performance || plan.roles.some(({ monthlyCv = 0 }) => monthlyCv > 0);
  const segments = starts.length;
  return { coupled, managed, covered, supported, changing, buffered, segments };
}

type Room = OutcomeShape & { readonly classes: number; readonly roles: number; readonly traces: number };

/** Stays that there is room for at once: in a coupled plan of all seats, else of one. */
function mostStays(plan: Plan, roles: readonly CompiledRole[], coupled: boolean): number {
  const changes = plan.events.reduce(
    (most, { effects }) => Math.min(LARGEST_FACTOR, most * Math.max(1, effects.attrition ?? 1)),
    1,
  );
  const force = roles.reduce((most, role) => Math.max(most, role.mostForce), 0);
  const seats = coupled ? plan.seats.length : 1;
  const stays = seats * (STAYS_PER_SEAT + Math.ceil(4 * force * changes * plan.calendar.months));
  const most = coupled ? MOST_STAYS : Math.max(STAYS_ALONE, MOST_STAYS / Math.max(1, plan.seats.length));
  // beyond that nobody leaves by themselves any more: each seat has one stay to go, and one for each transfer out of it
  return Math.min(Math.ceil(most), stays) + 2 * plan.seats.length + 64;
}

function reserveRoom(
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
  words(layout.DEALS_UP_TO, months);
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

function reserveOutputs(shape: OutcomeShape, builder: ImageBuilder): void {
  builder.beginOutputs();
  builder.reserve(layout.TRACE_COUNT, 1, 4);
  for (const name of ROW_NAMES)
    builder.reserve(ROWS[name].slot, BLOCK_TRIALS * columnsOf(name, shape), BYTES.get(ROWS[name].array) ?? 8);
  for (const name of SUM_NAMES)
    builder.reserve(SUMS[name].slot, SUMS[name].cells(shape), BYTES.get(SUMS[name].array) ?? 8);
  for (const name of HISTOGRAM_NAMES)
    builder.reserve(HISTOGRAMS[name].slot, BLOCK_TRIALS * HISTOGRAMS[name].count(shape), 1);
}
