import { planPeriods } from '../model/calendar';
import type { Plan } from '../model/plan';
import { regionOfSeats } from '../model/regionOfSeats';
import type { OrderedSeat } from './compileSeats';
import { groupTargets } from './groupTargets';
import type { ImageBuilder } from './imageBuilder';
import * as layout from './kernel/layout';
import * as field from './kernel/records';
import type { QuotaFigures } from './planQuotas';
import { makeWords } from './records';
import type { SketchFloors } from './sketchFloors';

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
  { classes }: SeatClasses,
  quotas: QuotaFigures,
  floors: SketchFloors,
  builder: ImageBuilder,
): void {
  const firstRegion = 1;
  const firstManager = firstRegion + plan.regions.length;
  const firstTerritory = firstManager + plan.managers.length;
  const firstRole = firstTerritory + plan.territories.length;
  const classWords = makeWords(classes.length, field.CLASS_I);
  const classGroups = new Int32Array(classes.length * field.LEVELS).fill(-1);
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
    classGroups.set(groups, each * field.LEVELS);
  });
  builder.put(layout.CLASS_WORDS, classWords.data);
  builder.put(layout.CLASS_GROUPS, classGroups);
  layOutGroups(plan, firstManager, firstRole, floors, builder);
  builder.put(layout.GROUP_TARGETS, groupTargets(plan, quotas));
}

function layOutGroups(
  plan: Plan,
  firstManager: number,
  firstRole: number,
  floors: SketchFloors,
  builder: ImageBuilder,
): void {
  const { months } = plan.calendar;
  const count = floors.year.length;
  const words = makeWords(count, field.GROUP_I);
  const periods = planPeriods(plan.calendar).length;
  let sketch = 0;
  for (let group = 0; group < count; group++) {
    const byMonth = group < firstManager || group >= firstRole;
    words.set(group, field.GROUP_FIRST_SKETCH, byMonth ? 0 : months);
    words.set(group, field.GROUP_SKETCH, sketch);
    sketch += periods + (byMonth ? months : 0);
    words.set(group, field.GROUP_MONTH_FLOOR, floors.month[group] ?? 0);
    words.set(group, field.GROUP_QUARTER_FLOOR, floors.quarter[group] ?? 0);
    words.set(group, field.GROUP_YEAR_FLOOR, floors.year[group] ?? 0);
    words.set(group, field.GROUP_COST_FLOOR, floors.cost[group] ?? 0);
    words.set(group, field.GROUP_COUNT_FLOOR, floors.count[group] ?? 0);
  }
  builder.put(layout.GROUP_WORDS, words.data);
}
