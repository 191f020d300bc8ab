import { formatMonth } from '../../model/format/formatMonth';
import { formatPeriod } from '../../model/format/formatPeriod';
import type { Plan, Seat, Target } from '../../model/plan';
import { isoMonth } from '../../model/units';
import {
  fieldsOf,
  GROUP_IDS,
  LEVER_FIELDS,
  LIST_GROUPS,
  MANAGER_FIELDS,
  PLAN_FIELDS,
  REGION_FIELDS,
  ROLE_FIELDS,
  SEAT_FIELDS,
  TERRITORY_FIELDS,
  type GroupId,
} from './assumptionGroups';
import { compareLists, type ListWords } from './compareLists';
import { compareValues, type Both } from './compareValues';
import type { Difference } from './difference';
import { gatherAlike } from './gatherAlike';
import type { Speaker } from './writeValue';

export interface GroupDifferences {
  readonly group: GroupId;
  readonly differences: readonly Difference[];
}

/** Fields of the plan that are lists or years of months, which are told item by item. */
const TOLD_APART = ['targets', 'budgets', 'events', 'openPipeline', 'seasonality'] as const;

interface Named {
  readonly id: string;
  readonly name?: string;
}

const named = (thing: string, group: GroupId) => ({
  thing,
  group,
  keyOf: ({ id }: Named) => id,
  nameOf: ({ id, name }: Named) => name ?? id,
});

const ofPeriods = (thing: string): ListWords<Target> => ({
  thing,
  group: 'targets',
  keyOf: ({ period }) => period,
  nameOf: ({ period }) => formatPeriod(period),
});

const months = (weights: readonly number[]) =>
  weights.map((weight, index) => ({ month: isoMonth(`2001-${String(index + 1).padStart(2, '0')}`), weight }));

/** A seat whose incumbent's own record is a field of its own, where both plans have an incumbent in it. */
type SeatView = Seat & { readonly record?: unknown };

function viewSeats(seats: readonly Seat[], others: readonly Seat[]): SeatView[] {
  const incumbents = new Set(
    others.flatMap(({ id, occupant }) => (occupant.kind === 'incumbent' ? [id] : [])),
  );
  return seats.map((seat) => {
    if (seat.occupant.kind !== 'incumbent' || !incumbents.has(seat.id)) return seat;
    const { history: record, ...occupant } = seat.occupant;
    return { ...seat, occupant, ...(record && { record }) };
  });
}

const seatWords: ListWords<SeatView> = {
  ...named('seat', LIST_GROUPS.seats),
  kindOf: ({ occupant }) => (occupant.kind === 'planned' ? 'hire' : 'seat'),
  nameOf: ({ name, occupant }) =>
    occupant.kind === 'planned' ? `${name} (${formatMonth(isoMonth(occupant.start.slice(0, 7)))})` : name,
};

function speakerOf(plan: Plan): Speaker {
  const lists: readonly (readonly Named[])[] = [
    plan.regions,
    plan.territories,
    plan.managers,
    plan.roles,
    plan.seats,
    plan.openPipeline.stages,
  ];
  const names = new Map(lists.flat().map(({ id, name }) => [id, name ?? id]));
  return { currency: plan.currency, nameOf: (id) => names.get(id) ?? id };
}

function planFields(a: Plan, b: Plan, speakers: Both<Speaker>): Difference[] {
  const apart: readonly string[] = TOLD_APART;
  const levers = fieldsOf(LEVER_FIELDS).flatMap((field) =>
    compareValues([a.levers[field], b.levers[field]], `levers.${field}`, LEVER_FIELDS[field], [], speakers),
  );
  const fields = fieldsOf(PLAN_FIELDS)
    .filter((field) => !apart.includes(field))
    .flatMap((field) => compareValues([a[field], b[field]], field, PLAN_FIELDS[field], [], speakers));
  return [...fields, ...levers];
}

/**
 * What two plans say differently, in words, by the group of assumptions it belongs to, in the order of `GROUPS`; nothing
 * of a group in which they agree. The id alone is passed over. Linear in the plans.
 */
export function differencesOf(a: Plan, b: Plan): GroupDifferences[] {
  const s: Both<Speaker> = [speakerOf(a), speakerOf(b)];
  const pipelines = [a.openPipeline, b.openPipeline] as const;
  const seats: Both<readonly SeatView[]> = [viewSeats(a.seats, b.seats), viewSeats(b.seats, a.seats)];
  const monthWords: ListWords<{ readonly month: string; readonly weight: number }> = {
    thing: 'seasonality',
    group: 'market',
    keyOf: ({ month }) => month,
    nameOf: ({ month }) => formatMonth(isoMonth(month)).slice(0, 3),
  };
  const all = [
    ...compareLists(seats, seatWords, s, { ...SEAT_FIELDS, record: 'productivity' }),
    ...compareLists([a.roles, b.roles], named('role', LIST_GROUPS.roles), s, ROLE_FIELDS),
    ...planFields(a, b, s),
    ...compareLists([a.targets, b.targets], ofPeriods('target'), s),
    ...compareLists([a.budgets, b.budgets], ofPeriods('budget'), s),
    ...compareLists([pipelines[0].stages, pipelines[1].stages], named('stage', 'pipeline'), s),
    ...compareLists(
      [pipelines[0].opportunities, pipelines[1].opportunities],
      named('open opportunity', 'pipeline'),
      s,
    ),
    ...compareLists([a.regions, b.regions], named('region', LIST_GROUPS.regions), s, REGION_FIELDS),
    ...compareLists([a.territories, b.territories], named('territory', 'territories'), s, TERRITORY_FIELDS),
    ...compareLists([a.managers, b.managers], named('manager', 'managers'), s, MANAGER_FIELDS),
    ...compareLists([months(a.seasonality), months(b.seasonality)], monthWords, s),
    ...compareLists([a.events, b.events], named('event', 'events'), s),
  ];
  return GROUP_IDS.flatMap((group) => {
    const own = gatherAlike(all.filter((each) => each.group === group));
    return own.length === 0 ? [] : [{ group, differences: own }];
  });
}
