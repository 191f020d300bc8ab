import { mendReferences } from '../../model/mendReferences';
import type { Levers, Occupant, Plan, Seat } from '../../model/plan';
import {
  fieldsOf,
  LEVER_FIELDS,
  LIST_GROUPS,
  MANAGER_FIELDS,
  PLAN_FIELDS,
  REGION_FIELDS,
  ROLE_FIELDS,
  SEAT_FIELDS,
  TERRITORY_FIELDS,
  type FieldGroups,
  type GroupId,
} from './assumptionGroups';

type Listed = { readonly id: string };

/** Puts the other's field in place of the item's, or takes it away where the other has none. */
function copyField<Item extends object, Field extends keyof Item>(to: Item, from: Item, field: Field): void {
  if (from[field] === undefined) Reflect.deleteProperty(to, field);
  else to[field] = from[field];
}

/**
 * Plan `a` with the groups given as they are in `b`: a plan of its own, with references that lead nowhere mended (see
 * `mendReferences`). Which seats and roles there are is of `team`; an item that one plan alone has comes as that plan has
 * it. No group is `a` itself, every group is all that `b` assumes under `a`'s id. Rules across fields may fail: ask
 * `planRules`. Linear in the plans.
 */
export function mixPlans(a: Plan, b: Plan, fromB: ReadonlySet<GroupId>): Plan {
  if (fromB.size === 0) return a;
  const list = <Item extends Listed>(
    key: keyof typeof LIST_GROUPS,
    itemsOf: (plan: Plan) => readonly Item[],
    fields: FieldGroups<Item>,
    mix: (own: Item, other: Item) => Item = (own) => own,
  ): readonly Item[] => {
    const ofB = fromB.has(LIST_GROUPS[key]);
    const others = new Map(itemsOf(ofB ? a : b).map((item) => [item.id, item]));
    const taken = fieldsOf(fields).filter((field) => fromB.has(fields[field]) !== ofB);
    return itemsOf(ofB ? b : a).map((own) => {
      const other = others.get(own.id);
      if (!other) return own;
      const next = { ...mix(own, other) };
      for (const field of taken) copyField(next, other, field);
      return next;
    });
  };
  const next: Plan = {
    ...a,
    levers: mixLevers(a.levers, b.levers, fromB),
    regions: list('regions', (plan) => plan.regions, REGION_FIELDS),
    territories: list('territories', (plan) => plan.territories, TERRITORY_FIELDS),
    managers: list('managers', (plan) => plan.managers, MANAGER_FIELDS),
    roles: list('roles', (plan) => plan.roles, ROLE_FIELDS),
    seats: list(
      'seats',
      (plan) => plan.seats,
      SEAT_FIELDS,
      fromB.has('team') === fromB.has('productivity') ? undefined : mixOccupant,
    ),
  };
  for (const field of fieldsOf(PLAN_FIELDS)) if (fromB.has(PLAN_FIELDS[field])) copyField(next, b, field);
  return mendReferences(next);
}

function mixLevers(a: Levers, b: Levers, fromB: ReadonlySet<GroupId>): Levers {
  const next = { ...a };
  for (const field of fieldsOf(LEVER_FIELDS)) if (fromB.has(LEVER_FIELDS[field])) copyField(next, b, field);
  return next;
}

/** The seat with the other's record of its incumbent, where there is one in both. */
function mixOccupant(own: Seat, other: Seat): Seat {
  if (own.occupant.kind !== 'incumbent' || other.occupant.kind !== 'incumbent') return own;
  const { kind, hired } = own.occupant;
  const { history } = other.occupant;
  const occupant: Occupant = { kind, hired, ...(history && { history }) };
  return { ...own, occupant };
}
