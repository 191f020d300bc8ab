import fc from 'fast-check';
import type {
  Note,
  NoteSubject,
  OpenPipeline,
  Plan,
  RiskEvent,
  RiskScope,
  RoleWork,
} from '../../src/model/plan';
import {
  days,
  eventId,
  isoDate,
  isoMonth,
  managerId,
  money,
  opportunityId,
  periodId,
  planId,
  regionId,
  roleId,
  seatId,
  stageId,
  territoryId,
} from '../../src/model/units';
import { amount, digits, eachOf, fraction, ids, label, number, oneOf } from './arbitraries';
import { accountBookArbitrary } from './accountBookArbitrary';
import { roleArbitrary } from './roleArbitrary';
import { seatArbitrary } from './seatArbitrary';

const multiplier = number(0, 5);
const factor = number(0, 10);
const month = (year: number) =>
  fc.integer({ min: 1, max: 12 }).map((count) => isoMonth(`${year}-${digits(count)}`));
const amountsOf = (periods: readonly string[]) =>
  fc
    .subarray([...periods])
    .chain((chosen) =>
      eachOf(chosen, (period) => amount(1e9).map((each) => ({ period: periodId(period), amount: each }))),
    );

const works: fc.Arbitrary<RoleWork | undefined> = fc.constantFrom(undefined, 'sell', 'manage', 'support');

/** The ids of a plan's lists, and what each role does. */
const names = fc
  .record({
    roles: fc.uniqueArray(fc.tuple(label, works), { minLength: 1, maxLength: 3, selector: ([id]) => id }),
    managers: ids(3),
    regions: ids(3),
    territories: ids(3),
    seats: ids(6),
    events: ids(3),
    stages: ids(2),
    opportunities: ids(4),
  })
  .map((each) => ({ ...each, roleIds: each.roles.map(([id]) => roleId(id)) }));

type Names = typeof names extends fc.Arbitrary<infer Value> ? Value : never;

const scopes = (given: Names): fc.Arbitrary<RiskScope> =>
  fc.constantFrom<RiskScope>(
    { kind: 'all' },
    ...given.roleIds.map((id) => ({ kind: 'role' as const, id })),
    ...given.regions.map((id) => ({ kind: 'region' as const, id: regionId(id) })),
    ...given.territories.map((id) => ({ kind: 'territory' as const, id: territoryId(id) })),
  );

const eventOf = (id: string, given: Names): fc.Arbitrary<RiskEvent> =>
  fc.record({
    id: fc.constant(eventId(id)),
    name: label,
    probability: fraction,
    earliest: month(2026),
    latest: month(2027),
    months: fc.integer({ min: 1, max: 60 }),
    scope: scopes(given),
    effects: fc.record(
      { intensity: factor, dealSize: factor, winRate: factor, attrition: factor, timeToFill: factor },
      { requiredKeys: [] },
    ),
  });

/** Notes on the plan, on roles and on seats, one to a field. */
const notesOf = (given: Names): fc.Arbitrary<readonly Note[]> =>
  fc
    .uniqueArray(
      fc.record(
        {
          about: fc.constantFrom<NoteSubject>(
            { kind: 'plan' },
            ...given.roleIds.map((id) => ({ kind: 'role' as const, id })),
            ...given.seats.map((id) => ({ kind: 'seat' as const, id: seatId(id) })),
          ),
          field: label,
          text: label,
          source: label,
          owner: label,
          date: fc.constantFrom(isoDate('2026-11-30'), isoDate('2024-02-29')),
        },
        { requiredKeys: ['about', 'field', 'text'] },
      ),
      { minLength: 1, maxLength: 3, selector: ({ about, field }) => JSON.stringify([about, field]) },
    )
    .map((notes): readonly Note[] => notes);

const regionField = (given: Names) => oneOf('regionId', given.regions.map(regionId));

/** Everything but what depends on the roles that seats turned out to have. */
const body = (given: Names) =>
  fc.record({
    format: fc.constant('turfcast-plan' as const),
    version: fc.constant(2 as const),
    id: label.map(planId),
    name: label,
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    calendar: fc.record({
      start: month(2026),
      months: fc.integer({ min: 1, max: 60 }),
      fiscalYearStart: fc.integer({ min: 1, max: 12 }),
    }),
    seasonality: fc.constantFrom(
      Array.from({ length: 12 }, () => 1),
      [0.5, 1, 1.5, 0.5, 1, 1.5, 0.5, 1, 1.5, 0.5, 1, 1.5],
    ),
    market: fc.record({ sd: number(0, 2), persistence: number(0, 0.99) }),
    parameterUncertainty: fc.boolean(),
    targets: amountsOf(['FY2027', 'FY2027-Q1', 'FY2027-Q2', 'FY2027-Q3', 'FY2027-Q4', 'FY2028']),
    budgets: amountsOf(['FY2026', 'FY2027', 'FY2028']),
    levers: fc.record({
      productivity: multiplier,
      dealSize: multiplier,
      attrition: multiplier,
      ramp: multiplier,
      timeToFill: multiplier,
      startDelay: number(-365, 730).map(days),
      target: multiplier,
    }),
    grossMargin: fraction,
    coverage: fc.record({ curvature: number(0, 20), territoryShockSd: number(0, 2) }),
    management: fc.record(
      {
        vacantFactor: multiplier,
        spanLimit: fc.integer({ min: 1, max: 20 }),
        overSpanFactor: multiplier,
        rampFactor: multiplier,
      },
      { requiredKeys: ['vacantFactor', 'overSpanFactor', 'rampFactor'] },
    ),
    quota: fc.record({
      source: fc.constantFrom('stated' as const, 'topDown' as const),
      allocation: fc.constantFrom('even' as const, 'capacity' as const),
      overAssignment: fc.record({
        regions: number(0.5, 3),
        managers: number(0.5, 3),
        seats: number(0.5, 3),
      }),
      rampRelief: fc.boolean(),
    }),
    events: eachOf(given.events, (id) => eventOf(id, given)),
    regions: eachOf(given.regions, (id) => label.map((name) => ({ id: regionId(id), name }))),
    territories: eachOf(given.territories, (id) =>
      fc.record(
        {
          id: fc.constant(territoryId(id)),
          name: label,
          ...regionField(given),
          potential: amount(1e7),
          workload: fc.oneof(fc.constant(0), number(1000, 1e5)),
        },
        { requiredKeys: ['id', 'name', 'workload'] },
      ),
    ),
    managers: eachOf(given.managers, (id) =>
      fc.record(
        { id: fc.constant(managerId(id)), name: label, ...regionField(given) },
        { requiredKeys: ['id', 'name'] },
      ),
    ),
    roles: fc.tuple(
      ...given.roles.map(([id, work]) =>
        roleArbitrary(
          id,
          work,
          given.roles.flatMap(([feeder, its]) => (its === 'support' ? [roleId(feeder)] : [])),
        ),
      ),
    ),
    seats: fc.tuple(
      ...given.seats.map((id, index) =>
        seatArbitrary(id, {
          roles: given.roleIds,
          managers: given.managers.map(managerId),
          territories: given.territories.map(territoryId),
          earlier: given.seats.slice(0, index).map(seatId),
        }),
      ),
    ),
    run: fc.record(
      {
        seed: fc.nat(4294967295),
        trials: fc.integer({ min: 1, max: 1_000_000 }),
        standardError: number(0.0001, 0.5),
      },
      { requiredKeys: ['seed', 'trials'] },
    ),
    notes: fc.option(notesOf(given), { nil: undefined }),
  });

/** The seats whose role fits. */
const seatsOf = (plan: Pick<Plan, 'roles' | 'seats'>, fits: (role: Plan['roles'][number]) => boolean) => {
  const roles = new Set(plan.roles.filter(fits).map(({ id }) => id));
  return plan.seats.filter((seat) => roles.has(seat.roleId)).map(({ id }) => id);
};

const openPipelineOf = (given: Names, plan: Pick<Plan, 'roles' | 'seats'>): fc.Arbitrary<OpenPipeline> => {
  const owners = seatsOf(plan, ({ pipeline }) => pipeline !== undefined);
  const ofOwners = (owner: fc.Arbitrary<Plan['seats'][number]['id']>) =>
    eachOf(given.opportunities, (id) =>
      fc.record(
        {
          id: fc.constant(opportunityId(id)),
          name: label,
          seatId: owner,
          amount: number(0, 1e7).map(money),
          ageDays: number(0, 1000).map(days),
          probability: fraction,
          ...oneOf('stageId', given.stages.map(stageId)),
        },
        { requiredKeys: ['id', 'seatId', 'amount', 'ageDays'] },
      ),
    );
  return fc.record({
    stages: eachOf(given.stages, (id) =>
      fc.record({ id: fc.constant(stageId(id)), name: label, winRate: fraction }),
    ),
    opportunities: owners.length === 0 ? fc.constant([]) : ofOwners(fc.constantFrom(...owners)),
  });
};

/** Any small valid plan that holds nothing a default would change: it parses to itself. */
export const planArbitrary: fc.Arbitrary<Plan> = names.chain((given) =>
  body(given).chain((plan) => {
    const chairs = seatsOf(plan, ({ work }) => work === 'manage');
    const managers = plan.managers.map((manager) =>
      chairs.length === 0
        ? fc.constant(manager)
        : fc
            .option(fc.constantFrom(...chairs))
            .map((chair) => (chair === null ? manager : { ...manager, seatId: chair })),
    );
    return fc
      .tuple(
        fc.tuple(...managers),
        openPipelineOf(given, plan),
        fc.option(accountBookArbitrary(given.territories.map(territoryId)), { nil: undefined }),
      )
      .map(([seated, openPipeline, book]): Plan => {
        const { notes, ...rest } = plan;
        return {
          ...rest,
          managers: seated,
          openPipeline,
          ...(notes && { notes }),
          ...(book && { accountBook: book }),
        };
      });
  }),
);
