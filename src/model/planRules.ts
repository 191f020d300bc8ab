import * as v from 'valibot';
import { dealSizeSchema } from './dealSizeSchema';
import { meanDealSize } from './meanDealSize';
import { date, MOST_DEALS, month, period } from './planFields';
import { makeProblem } from './planProblems';
import type { Problem } from './problem';

/** A field as far as it can be read: undefined where the schema has already found fault with it. */
const readable = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.optional(schema), undefined);

const text = readable(v.string());
const listOf = <Entries extends v.ObjectEntries>(entries: Entries) =>
  readable(v.array(readable(v.object(entries))));

/** The fields that rules across fields look at, so that these rules are tried however much else is wrong. */
const skeletonSchema = v.object({
  calendar: readable(v.object({ start: readable(month) })),
  targets: listOf({ period: readable(period) }),
  regions: listOf({ id: text }),
  managers: listOf({ id: text, regionId: text }),
  roles: listOf({
    id: text,
    productivity: readable(v.object({ perMonth: readable(v.number()) })),
    dealSize: readable(dealSizeSchema),
  }),
  seats: listOf({
    id: text,
    roleId: text,
    managerId: text,
    occupant: readable(v.object({ kind: text, hired: readable(date) })),
  }),
});

type Skeleton = v.InferOutput<typeof skeletonSchema>;
type List = readonly (Readonly<Record<string, unknown>> | undefined)[] | undefined;

/** Every later item of a list whose field has a value that an earlier one has. */
function duplicates(list: List, name: string, field: string): Problem[] {
  const seen = new Set<unknown>();
  return (list ?? []).flatMap((item, index) => {
    const value = item?.[field];
    if (value === undefined) return [];
    if (seen.has(value)) return [makeProblem('duplicate', [name, index, field], 'must be unique', value)];
    seen.add(value);
    return [];
  });
}

/** Every item of a list that refers to an id which the other list, where it can be read, does not have. */
function danglers(list: List, name: string, field: string, others: List, absent: List): Problem[] {
  const known = others ?? absent;
  if (known === undefined) return [];
  const ids = new Set(known.map((item) => item?.['id']));
  return (list ?? []).flatMap((item, index) => {
    const value = item?.[field];
    if (value === undefined || ids.has(value)) return [];
    const rule = `must be the id of a ${field.replace('Id', '')} of the plan`;
    return [makeProblem('unknown-reference', [name, index, field], rule, value)];
  });
}

function lateIncumbents({ calendar, seats }: Skeleton): Problem[] {
  const start = calendar?.start;
  if (start === undefined) return [];
  return (seats ?? []).flatMap((seat, index) => {
    const hired = seat?.occupant?.kind === 'incumbent' ? seat.occupant.hired : undefined;
    if (hired === undefined || hired <= `${start}-01`) return [];
    const rule = `must be on or before the plan's start, ${start}-01`;
    return [makeProblem('hired-after-start', ['seats', index, 'occupant', 'hired'], rule, hired)];
  });
}

function overfullMonths({ roles }: Skeleton): Problem[] {
  return (roles ?? []).flatMap((role, index) => {
    const perMonth = role?.productivity?.perMonth;
    if (perMonth === undefined || role?.dealSize === undefined) return [];
    const most = meanDealSize(role.dealSize) * MOST_DEALS;
    if (!(perMonth > most)) return [];
    const rule = `must be at most ${most} (${MOST_DEALS.toLocaleString('en-US')} deals of mean size)`;
    return [makeProblem('too-many-deals', ['roles', index, 'productivity', 'perMonth'], rule, perMonth)];
  });
}

/** What is wrong between the fields of something that may be a plan; what cannot be read is passed over. */
export function planRules(input: unknown): Problem[] {
  const parsed = v.safeParse(skeletonSchema, input);
  if (!parsed.success) return [];
  const plan = parsed.output;
  const given = (name: string): boolean => typeof input === 'object' && input !== null && name in input;
  // A list that is left out is an empty one; a list that cannot be read says nothing about its ids.
  const absent = (name: string): List => (given(name) ? undefined : []);
  return [
    ...(['regions', 'managers', 'roles', 'seats'] as const).flatMap((name) =>
      duplicates(plan[name], name, 'id'),
    ),
    ...duplicates(plan.targets, 'targets', 'period'),
    ...danglers(plan.managers, 'managers', 'regionId', plan.regions, absent('regions')),
    ...danglers(plan.seats, 'seats', 'managerId', plan.managers, absent('managers')),
    ...danglers(plan.seats, 'seats', 'roleId', plan.roles, undefined),
    ...lateIncumbents(plan),
    ...overfullMonths(plan),
  ];
}
