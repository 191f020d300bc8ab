import * as v from 'valibot';
import { dealSizeSchema } from './dealSizeSchema';
import { date, month, period } from './planFields';

/** A field as far as it can be read: undefined where the schema has already found fault with it. */
const readable = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.optional(schema), undefined);

/** A list as far as it can be read: null where it cannot be, and so says nothing about its ids. */
const items = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.fallback(v.nullable(v.array(readable(v.object(entries)))), null);

/** A list that is empty where it is left out. */
const list = <Entries extends v.ObjectEntries>(entries: Entries) => v.optional(items(entries), []);

/** A list that may not be left out. */
const required = <Entries extends v.ObjectEntries>(entries: Entries) => v.optional(items(entries), null);

const text = readable(v.string());
const number = readable(v.number());

/** The fields that rules across fields look at, so that these rules are tried however much else is wrong. */
export const skeletonSchema = v.object({
  calendar: readable(v.object({ start: readable(month) })),
  targets: list({ period: readable(period) }),
  budgets: list({ period: readable(period) }),
  coverage: readable(v.object({ curvature: number })),
  events: list({ id: text, scope: readable(v.object({ kind: text, id: text })) }),
  regions: list({ id: text }),
  territories: list({ id: text, regionId: text, potential: number, workload: number }),
  managers: list({ id: text, regionId: text, seatId: text }),
  roles: required({
    id: text,
    work: text,
    productivity: readable(v.object({ perMonth: number })),
    dealSize: readable(dealSizeSchema),
    dealSizeCap: number,
    sellingHours: number,
    curvature: number,
    pipeline: v.optional(v.unknown()),
    sources: list({ fedBy: readable(v.object({ roleId: text })) }),
  }),
  seats: required({
    id: text,
    roleId: text,
    managerId: text,
    territoryId: text,
    closes: readable(date),
    occupant: readable(
      v.object({
        kind: text,
        hired: readable(date),
        start: readable(date),
        date: readable(date),
        fromSeatId: text,
      }),
    ),
  }),
  notes: list({ about: readable(v.object({ kind: text, id: text })), field: text }),
  openPipeline: v.fallback(
    v.optional(
      v.object({
        stages: list({ id: text }),
        opportunities: list({ id: text, seatId: text, stageId: text }),
      }),
      {},
    ),
    { stages: null, opportunities: null },
  ),
  accountBook: readable(
    v.object({
      accounts: list({ id: text, values: v.optional(v.unknown()) }),
      measures: list({ id: text }),
      splits: list({
        id: text,
        from: text,
        territoryOf: v.optional(v.unknown()),
        locked: v.optional(v.unknown()),
        overrides: list({ accountId: text }),
        rules: list({ territoryId: text, when: list({ measureId: text }) }),
      }),
      balancedBy: text,
      inForce: text,
    }),
  ),
});

/** Something that may be a plan, as far as rules across fields can read it. */
export type Skeleton = v.InferOutput<typeof skeletonSchema>;

/** A list of it; an item that cannot be read is undefined, a list that cannot be is null. */
export type SkeletonList<Item> = readonly (Item | undefined)[] | null;

export type SkeletonRole = NonNullable<NonNullable<Skeleton['roles']>[number]>;
export type SkeletonSeat = NonNullable<NonNullable<Skeleton['seats']>[number]>;
