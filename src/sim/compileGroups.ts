import { planPeriods, targetOf } from '../model/calendar';
import type { Plan } from '../model/plan';
import { regionOfSeats } from '../model/regionOfSeats';
import type { OrderedSeat } from './compileSeats';
import type { CompiledRole } from './compileRole';
import type { ImageBuilder } from './imageBuilder';
import { LEVELS } from './kernel/groups';
import * as layout from './kernel/layout';
import * as field from './kernel/records';
import { octaveBin } from './kernel/sketch';
import type { QuotaFigures } from './planQuotas';
import { makeWords } from './records';

/** Seats alike in role, manager, region and territory; each class has a place in the plan and up to four groups below it. */
export interface SeatClass {
  readonly role: number;
  readonly territory: number;
  readonly manager: number;
  readonly region: number;
}

export interface SeatClasses {
  readonly classes: readonly SeatClass[];
  /** The class of each seat, in their order. */
  readonly classOf: readonly number[];
}

/** Sorts seats into classes. A seat's region is its manager's, else its territory's. */
export function classify(plan: Plan, seats: readonly OrderedSeat[]): SeatClasses {
  const places = (list: readonly { readonly id: string }[]) => new Map(list.map(({ id }, at) => [id, at]));
  const regions = places(plan.regions);
  const managers = places(plan.managers);
  const territories = places(plan.territories);
  const at = (map: Map<string, number>, id: string | undefined) =>
    id === undefined ? -1 : (map.get(id) ?? -1);
  const regionOf = regionOfSeats(plan);
  const classes: SeatClass[] = [];
  const known = new Map<string, number>();
  const classOf = seats.map(({ seat, role }) => {
    const manager = at(managers, seat.managerId);
    const territory = at(territories, seat.territoryId);
    const region = at(regions, regionOf.get(seat.id));
    const key = `${role} ${territory} ${manager} ${region}`;
    const place = known.get(key) ?? classes.push({ role, territory, manager, region }) - 1;
    known.set(key, place);
    return place;
  });
  return { classes, classOf };
}

/** Lays out classes and groups: what belongs where, the range of every sketch, and the targets of every group. */
export function compileGroups(
  plan: Plan,
  { classes, classOf }: SeatClasses,
  seats: readonly OrderedSeat[],
  roles: readonly CompiledRole[],
  quotas: QuotaFigures,
  builder: ImageBuilder,
): void {
  const firstRegion = 1;
  const firstManager = firstRegion + plan.regions.length;
  const firstTerritory = firstManager + plan.managers.length;
  const firstRole = firstTerritory + plan.territories.length;
  const count = firstRole + plan.roles.length;
  const classWords = makeWords(classes.length, field.CLASS_I);
  const classGroups = new Int32Array(classes.length * LEVELS).fill(-1);
  classes.forEach(({ role, territory, manager, region }, each) => {
    classWords.set(each, field.CLASS_ROLE, role);
    classWords.set(each, field.CLASS_TERRITORY, territory);
    classWords.set(each, field.CLASS_MANAGER, manager);
    const groups = [
      0,
      region < 0 ? -1 : firstRegion + region,
      manager < 0 ? -1 : firstManager + manager,
      territory < 0 ? -1 : firstTerritory + territory,
      firstRole + role,
    ];
    classGroups.set(groups, each * LEVELS);
  });
  builder.put(layout.CLASS_WORDS, classWords.data);
  builder.put(layout.CLASS_GROUPS, classGroups);
  const scales = Array.from({ length: count }, () => ({ capacity: 0, deal: 0, pay: 0, seats: 0 }));
  seats.forEach(({ seat, role: roleIndex, covered }, place) => {
    const role = roles[roleIndex];
    if (!role) return;
    const selling = (role.role.work ?? 'sell') === 'sell';
    const capacity = selling && !covered ? role.role.productivity.perMonth * (seat.potential ?? 1) : 0;
    const { base, variable } = role.role.pay;
    for (let level = 0; level < LEVELS; level++) {
      const scale = scales[classGroups[(classOf[place] ?? 0) * LEVELS + level] ?? -1];
      if (!scale) continue;
      scale.capacity += capacity;
      scale.deal = Math.max(scale.deal, role.meanDeal);
      scale.pay += base + variable;
      scale.seats++;
    }
  });
  // a covered territory's potential stands for what its people could sell
  classes.forEach(({ territory }, each) => {
    const potential = plan.territories[territory]?.potential;
    if (potential === undefined || classes.findIndex((other) => other.territory === territory) !== each)
      return;
    for (let level = 0; level < LEVELS; level++) {
      const scale = scales[classGroups[each * LEVELS + level] ?? -1];
      if (scale) scale.capacity += potential / 12;
    }
  });
  layOutGroups(plan, scales, firstManager, firstRole, builder);
  layOutTargets(plan, quotas, count, builder);
}

interface Scale {
  readonly capacity: number;
  readonly deal: number;
  readonly pay: number;
  readonly seats: number;
}

/** Floor of a sketch whose range ends at eight times that scale. */
const floorOf = (scale: number): number => octaveBin(Math.max(scale, 1e-3) * 8) - field.SKETCH_OCTAVES * 16;

function layOutGroups(
  plan: Plan,
  scales: readonly Scale[],
  firstManager: number,
  firstRole: number,
  builder: ImageBuilder,
): void {
  const { months } = plan.calendar;
  const words = makeWords(scales.length, field.GROUP_I);
  const periods = planPeriods(plan.calendar).length;
  let sketch = 0;
  scales.forEach(({ capacity, deal, pay, seats }, group) => {
    const byMonth = group < firstManager || group >= firstRole;
    words.set(group, field.GROUP_FIRST_SKETCH, byMonth ? 0 : months);
    words.set(group, field.GROUP_SKETCH, sketch);
    sketch += periods + (byMonth ? months : 0);
    words.set(group, field.GROUP_MONTH_FLOOR, floorOf(Math.max(capacity, 4 * deal)));
    words.set(group, field.GROUP_QUARTER_FLOOR, floorOf(Math.max(3 * capacity, 4 * deal)));
    words.set(group, field.GROUP_YEAR_FLOOR, floorOf(Math.max(12 * capacity, 4 * deal)));
    words.set(group, field.GROUP_COST_FLOOR, floorOf(Math.max(12 * capacity, pay)));
    words.set(group, field.GROUP_COUNT_FLOOR, floorOf(Math.max(2, 2 * seats)));
  });
  builder.put(layout.GROUP_WORDS, words.data);
}

/** Targets by group and period, quarters first: the plan's own, and the quota of every other group. Infinity where there is none. */
function layOutTargets(plan: Plan, quotas: QuotaFigures, count: number, builder: ImageBuilder): void {
  const periods = planPeriods(plan.calendar);
  const targets = new Float64Array(count * periods.length).fill(Infinity);
  periods.forEach((period, at) => {
    targets[at] = targetOf(plan, period) ?? Infinity;
    const amounts = quotas.groupQuotas(period);
    amounts.forEach((amount, below) => {
      if (amount > 0) targets[(below + 1) * periods.length + at] = amount;
    });
  });
  builder.put(layout.GROUP_TARGETS, targets);
}
