import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as design from '../../src/model/editDesign';
import * as events from '../../src/model/editEvents';
import * as open from '../../src/model/editOpenPipeline';
import * as edit from '../../src/model/editPlan';
import * as territories from '../../src/model/editTerritories';
import { mendReferences } from '../../src/model/mendReferences';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan } from '../../src/model/plan';
import {
  days,
  eventId,
  isoDate,
  managerId,
  money,
  opportunityId,
  periodId,
  regionId,
  roleId,
  seatId,
  share,
  stageId,
  territoryId,
} from '../../src/model/units';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';
import { planArbitrary } from '../support/planArbitrary';

const plan = frozen(makeFullPlan());

/** Names of the plan's parts that are not the same object as before. */
const changed = (next: Plan): string[] =>
  Object.keys(next)
    .filter((key) => Reflect.get(next, key) !== Reflect.get(plan, key))
    .sort();

const [event] = plan.events;
const [opportunity] = plan.openPipeline.opportunities;

describe('an edit shares everything it does not touch, and leaves a plan that parses', () => {
  const edits: readonly (readonly [string, Plan, readonly string[]])[] = [
    [
      'add a territory',
      territories.addTerritory(plan, { id: territoryId('t'), name: 'T', workload: 0 }),
      ['territories'],
    ],
    [
      'update a territory',
      territories.updateTerritory(plan, territoryId('iberia'), { potential: money(1) }),
      ['territories'],
    ],
    [
      'remove a territory',
      territories.removeTerritory(plan, territoryId('nordics')),
      ['accountBook', 'events', 'notes', 'seats', 'territories'],
    ],
    ['remove no territory', territories.removeTerritory(plan, territoryId('none')), []],
    ['add an event', events.addEvent(plan, { ...event!, id: eventId('e') }), ['events']],
    ['update an event', events.updateEvent(plan, eventId('rival'), { months: 2 }), ['events']],
    ['remove an event', events.removeEvent(plan, eventId('rival')), ['events']],
    [
      'add a stage',
      open.addStage(plan, { id: stageId('s'), name: 'S', winRate: share(0) }),
      ['openPipeline'],
    ],
    ['update a stage', open.updateStage(plan, stageId('proposal'), { name: 'P' }), ['openPipeline']],
    ['remove a stage', open.removeStage(plan, stageId('proposal')), ['openPipeline']],
    [
      'add an opportunity',
      open.addOpportunity(plan, { ...opportunity!, id: opportunityId('o') }),
      ['openPipeline'],
    ],
    [
      'update an opportunity',
      open.updateOpportunity(plan, opportunityId('o-1'), { stageId: undefined, ageDays: days(1) }),
      ['openPipeline'],
    ],
    ['remove an opportunity', open.removeOpportunity(plan, opportunityId('o-1')), ['openPipeline']],
    ['set the opportunities', open.setOpportunities(plan, []), ['openPipeline']],
    ['set the coverage', design.setCoverage(plan, { curvature: 2 }), ['coverage']],
    ['set the management', design.setManagement(plan, { spanLimit: undefined }), ['management']],
    ['set the quota policy', design.setQuotaPolicy(plan, { source: 'stated' }), ['quota']],
    ['set an over-assignment', design.setOverAssignment(plan, { seats: 1.2 }), ['quota']],
    ['set a budget', design.setBudget(plan, periodId('FY2028'), money(1)), ['budgets']],
    ['set the gross margin', design.setGrossMargin(plan, share(0.6)), ['grossMargin']],
    ['set where to stop', edit.setRun(plan, { standardError: undefined }), ['run']],
    ['rename a region', edit.updateRegion(plan, regionId('north'), { name: 'N' }), ['regions']],
    ['remove a region', edit.removeRegion(plan, regionId('south')), ['events', 'managers', 'regions']],
  ];
  test.each(edits)('%s', (_, next, keys) => {
    expect(changed(next)).toEqual(keys);
    expect(parsePlan(next)).toEqual({ ok: true, value: next });
  });

  test('in the lists it changes as well', () => {
    const next = territories.removeTerritory(plan, territoryId('iberia'));
    expect(next.seats.filter((seat, index) => seat !== plan.seats[index]).map(({ id }) => id)).toEqual([
      'ae-3',
      'ent-1',
    ]);
  });
});

describe('what is removed takes the references to it along', () => {
  test('a territory: its seats stay, in none, and its events go', () => {
    const next = territories.removeTerritory(plan, territoryId('nordics'));
    expect(next.seats.map(({ territoryId: id }) => id)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'iberia',
      'iberia',
    ]);
    expect('territoryId' in next.seats[2]!).toBe(false);
    expect(next.events.map(({ id }) => id)).toEqual(['recession', 'poaching', 'strike']);
  });

  test('a seat: who was to come from it is a hire of the same date, and its opportunities go', () => {
    const next = edit.removeSeat(plan, seatId('ae-1'));
    expect(next.seats.at(-1)?.occupant).toEqual({ kind: 'planned', start: '2027-09-01' });
    expect(next.openPipeline.opportunities.map(({ id }) => id)).toEqual(['o-2']);
  });

  test('a manager’s seat: the manager has none', () => {
    expect(edit.removeSeat(plan, seatId('chair')).managers[0]).toEqual({
      id: 'north',
      name: 'Ines',
      regionId: 'north',
    });
  });

  test('a role: what it fed is fed by nobody', () => {
    const next = edit.removeRole(edit.removeSeat(plan, seatId('sdr-1')), roleId('sdr'));
    expect(next.roles[0]?.sources?.[0]).toEqual({ name: 'SDR', share: 0.4 });
  });

  test('a stage: its opportunities have the role’s win rate', () => {
    const next = open.removeStage(plan, stageId('proposal'));
    expect('stageId' in next.openPipeline.opportunities[0]!).toBe(false);
  });

  test('a region: managers and territories stay, in none', () => {
    const next = edit.removeRegion(plan, regionId('north'));
    expect('regionId' in next.managers[0]!).toBe(false);
    expect('regionId' in next.territories[0]!).toBe(false);
  });
});

describe('what a role can no longer have goes with the change', () => {
  test('without a pipeline, open opportunities', () => {
    expect(
      edit.updateRole(plan, roleId('seller'), { pipeline: undefined }).openPipeline.opportunities,
    ).toEqual([]);
  });

  test('when it no longer manages, the manager’s place; when it no longer supports, its feeding', () => {
    expect('seatId' in edit.updateRole(plan, roleId('leader'), { work: 'sell' }).managers[0]!).toBe(false);
    const sources = edit.updateRole(plan, roleId('sdr'), { work: undefined }).roles[0]?.sources;
    expect(sources?.some(({ fedBy }) => fedBy !== undefined)).toBe(false);
  });

  test('of a seat that gets another role', () => {
    const next = edit.updateSeat(plan, seatId('ae-1'), { roleId: roleId('enterprise') });
    expect(next.openPipeline.opportunities.map(({ id }) => id)).toEqual(['o-2']);
  });
});

test('a budget is set, replaced and taken away, in the order of years', () => {
  const next = design.setBudget(plan, periodId('FY2026'), money(5));
  expect(next.budgets.map(({ period }) => period)).toEqual(['FY2026', 'FY2027']);
  expect(design.setBudget(next, periodId('FY2026'), money(6)).budgets[0]?.amount).toBe(6);
  expect(design.setBudget(next, periodId('FY2026'), undefined)).toEqual(plan);
});

test('a valid plan needs no mending, and shares all of itself', () => {
  fc.assert(
    fc.property(planArbitrary, (any) => {
      const mended = mendReferences(frozen(any));
      for (const key of Object.keys(any)) expect(Reflect.get(mended, key)).toBe(Reflect.get(any, key));
    }),
    { seed: 7, numRuns: 100 },
  );
});

test('whatever is removed from a valid plan, or changes its work, the plan stays valid', () => {
  const removals: readonly ((any: Plan, pick: number) => Plan)[] = [
    (any, pick) => edit.removeSeat(any, any.seats[pick % any.seats.length]?.id ?? seatId('')),
    (any, pick) => edit.removeManager(any, any.managers[pick % any.managers.length]?.id ?? managerId('')),
    (any, pick) => edit.removeRegion(any, any.regions[pick % any.regions.length]?.id ?? regionId('')),
    (any, pick) =>
      territories.removeTerritory(any, any.territories[pick % any.territories.length]?.id ?? territoryId('')),
    (any, pick) =>
      open.removeStage(
        any,
        any.openPipeline.stages[pick % any.openPipeline.stages.length]?.id ?? stageId(''),
      ),
    (any, pick) => edit.updateRole(any, any.roles[pick % any.roles.length]!.id, { work: undefined }),
    (any, pick) => edit.updateRole(any, any.roles[pick % any.roles.length]!.id, { pipeline: undefined }),
    (any, pick) =>
      edit.updateSeat(any, any.seats[pick % any.seats.length]?.id ?? seatId(''), {
        roleId: any.roles[pick % any.roles.length]!.id,
      }),
    (any, pick) => {
      const role = any.roles[pick % any.roles.length]!.id;
      const used = any.seats.filter((seat) => seat.roleId === role);
      return edit.removeRole(
        used.reduce((next, seat) => edit.removeSeat(next, seat.id), any),
        role,
      );
    },
  ];
  fc.assert(
    fc.property(planArbitrary, fc.constantFrom(...removals), fc.nat(100), (any, remove, pick) => {
      const next = remove(frozen(any), pick);
      expect(parsePlan(next)).toEqual({ ok: true, value: next });
    }),
    { seed: 8, numRuns: 400 },
  );
});

test('a transfer from a seat that is there stays one', () => {
  const next = edit.removeSeat(plan, seatId('ae-2'));
  expect(next.seats.at(-1)?.occupant).toEqual({
    kind: 'transfer',
    fromSeatId: 'ae-1',
    date: isoDate('2027-09-01'),
    rampKept: 0.5,
  });
});
