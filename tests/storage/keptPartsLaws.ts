import fc from 'fast-check';
import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { updateAccount } from '../../src/model/editAccount';
import {
  branchSplit,
  lockAccounts,
  moveAccounts,
  removeSplit,
  updateSplit,
} from '../../src/model/editAccounts';
import type { Plan } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { accountId, planId, splitId, territoryId, type PlanId } from '../../src/model/units';
import type { Database } from '../../src/storage/database';
import { makePlanStore, type OpenPlanStore } from '../../src/storage/makePlanStore';
import { silentChanges } from '../../src/storage/planChanges';
import { PART_ACCOUNTS } from '../../src/storage/planParts';
import stored from '../fixtures/storedVersion20.json';
import { frozen } from '../support/frozen';
import { makeBookPlan } from '../support/makeBookPlan';
import { failingAfter, valueOf, type Device } from './planStoreLaws';

const today = splitId('split-1');
const small = frozen(makeBookPlan(makeStartUpSample(), 30, 3));
/** Of two parts of accounts and some. */
const large = frozen(makeBookPlan(makeStartUpSample(), 2 * PART_ACCOUNTS + 10, 3));

const paint = (plan: Plan, account: number, strip: number): Plan =>
  moveAccounts(plan, today, [accountId(`a-${account}`)], territoryId(`strip-${strip}`));

/** The laws of plans whose accounts are kept in parts, run on each database that can carry them. */
export function keptPartsLaws(kind: string, makeDevice: () => Device): void {
  describe(`accounts kept in parts over ${kind}`, () => {
    let device: Device;
    let database: Database;
    let store: OpenPlanStore;
    let clock: number;
    let open: OpenPlanStore[];
    let written: string[];

    const counted = (over: Database): Database => ({
      ...over,
      transact: (mode, work) =>
        over.transact(mode, (tables) =>
          work({
            ...tables,
            async put(table, value) {
              written.push(table);
              await tables.put(table, value);
            },
          }),
        ),
    });
    const tab = (over: Database): OpenPlanStore => {
      const now = () => new Date((clock += 60_000)).toISOString();
      const newId = () => planId(`new-${clock}`);
      const opened = makePlanStore({ database: counted(over), changes: silentChanges, now, newId });
      open.push(opened);
      return opened;
    };
    const save = async (plan: Plan, baseRevision: number, in_ = store) => {
      written = [];
      return valueOf(await in_.save(plan, { baseRevision, label: 'Edit' }));
    };
    const load = async (id: PlanId, in_ = store) => valueOf(await in_.load(id)).plan;
    const partsWritten = () => written.filter((table) => table === 'parts').length;
    const all = (table: 'parts' | 'plans' | 'versionPlans') =>
      database.transact('readonly', (tables) => tables.all(table));
    const listsOf = (records: readonly unknown[], name: string) =>
      records.flatMap((record): unknown[] => [Reflect.get(Object(record), name) ?? []].flat());
    /** The keys of parts that are kept, and of those that plans and versions name. */
    const keys = async () => ({
      kept: listsOf(await all('parts'), 'key').sort(),
      named: [
        ...new Set([...listsOf(await all('plans'), 'parts'), ...listsOf(await all('versionPlans'), 'parts')]),
      ].sort(),
    });

    beforeEach(async () => {
      clock = Date.parse('2027-03-01T08:00:00Z');
      open = [];
      written = [];
      device = makeDevice();
      database = await device.open();
      store = tab(database);
    });
    afterEach(() => open.forEach((each) => each.close()));

    test('what an edit left alone is not written again: of a stroke the split, of an account its neighbours in the list', async () => {
      await save(large, 0);
      expect(partsWritten()).toBe(4);
      const stroke = paint(large, 5, 2);
      await save(stroke, 1);
      expect(partsWritten()).toBe(1);
      await save({ ...stroke, name: 'Two' }, 2);
      expect(partsWritten()).toBe(0);
      const renamed = updateAccount(stroke, accountId('a-5'), { name: 'Renamed' });
      await save(renamed, 3);
      expect(partsWritten()).toBe(1);
      expect(await load(large.id)).toEqual(renamed);
      expect(valueOf(await store.loadVersion(large.id, 2))).toEqual(stroke);
    });

    test('a stroke taken back, a branch, and a plan opened again write no part', async () => {
      await save(large, 0);
      await save(paint(large, 5, 2), 1);
      await save(large, 2);
      expect(partsWritten()).toBe(0);
      const later = tab(await device.open());
      const opened = await load(large.id, later);
      await save({ ...opened, id: planId('branch') }, 0, later);
      expect(partsWritten()).toBe(0);
      expect(await load(planId('branch'))).toEqual({ ...large, id: 'branch' });
    });

    test('the library is read without accounts', async () => {
      await save(small, 0);
      for (const record of await all('plans')) expect(JSON.stringify(record)).not.toContain('a-29');
      expect(valueOf(await store.list()).cards).toHaveLength(1);
    });

    test('a save that fails at any write leaves the plan and its parts as they were', async () => {
      await save(small, 0);
      const edited = updateAccount(paint(small, 5, 2), accountId('a-5'), { name: 'Renamed' });
      const before = await keys();
      for (let steps = 0; steps < 5; steps++) {
        const failing = tab(failingAfter(database, steps));
        const refused = await failing.save(edited, { baseRevision: 1, label: 'Edit' });
        expect(refused.ok).toBe(false);
        expect(await keys()).toEqual(before);
        expect(await load(small.id)).toEqual(small);
      }
      await save(edited, 1);
      expect(await load(small.id)).toEqual(edited);
    });

    test('parts go with the last version that names them, and not before', async () => {
      await save(small, 0);
      const locked = (account: number) => lockAccounts(small, today, [accountId(`a-${account}`)]);
      for (let account = 0; account < 4; account++) await save(locked(account), account + 1);
      const branch = { ...locked(1), id: planId('branch') };
      await save(branch, 0);
      const before = await keys();
      expect(before.kept).toEqual(before.named);
      clock += 30 * 24 * 3_600_000;
      await save(locked(9), 5);
      const after = await keys();
      expect(after.kept).toEqual(after.named);
      expect(after.kept.length).toBeLessThan(before.kept.length);
      expect(await load(branch.id)).toEqual(branch);
      for (const { revision } of valueOf(await store.versions(small.id)))
        expect((await store.loadVersion(small.id, revision)).ok).toBe(true);
    });

    test('a plan with a part missing or damaged is set aside, and its newest whole version takes its place', async () => {
      await save(small, 0);
      await save(paint(small, 5, 2), 1);
      const named = (revision: number) =>
        database.transact('readonly', async (tables) =>
          listsOf([await tables.get('versionPlans', [small.id, revision])], 'parts'),
        );
      const first = new Set(await named(1));
      const lost = (await named(2)).filter((key) => !first.has(key));
      expect(lost).toHaveLength(1);
      await database.transact('readwrite', (tables) => tables.delete('parts', String(lost[0])));
      const later = tab(await device.open());
      expect(valueOf(await later.load(small.id))).toMatchObject({ plan: small, revision: 3 });
      expect(valueOf(await later.list()).setAside).toMatchObject([{ key: small.id }]);
    });

    test('any edits, saves and openings in two tabs give the plan as it was edited', async () => {
      const edit = fc.oneof(
        fc.record({ kind: fc.constant('paint' as const), account: fc.nat(29), strip: fc.nat(2) }),
        fc.record({ kind: fc.constantFrom('rename' as const, 'branch' as const, 'drop' as const) }),
        fc.record({ kind: fc.constant('account' as const), account: fc.nat(29) }),
        fc.record({ kind: fc.constantFrom('undo' as const, 'open' as const, 'other tab' as const) }),
      );
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
          let plan: Plan = { ...small, id: planId(`run-${run++}`) };
          let revision = 0;
          let at = store;
          const past: Plan[] = [];
          for (const [step, each] of edits.entries()) {
            const before = plan;
            if (each.kind === 'paint') plan = paint(plan, each.account, each.strip);
            if (each.kind === 'rename') plan = updateSplit(plan, today, { name: `Split ${step}` });
            if (each.kind === 'branch')
              plan = branchSplit(plan, today, { id: splitId(`split-${step + 10}`), name: 'Branch' });
            if (each.kind === 'drop')
              plan = removeSplit(plan, plan.accountBook?.splits.find(({ id }) => id !== today)?.id ?? today);
            if (each.kind === 'account')
              plan = updateAccount(plan, accountId(`a-${each.account}`), { name: `Account of ${step}` });
            if (each.kind === 'undo') plan = past.pop() ?? plan;
            if (each.kind === 'open' && revision > 0) plan = await load(plan.id, at);
            if (each.kind === 'other tab') at = tab(await device.open());
            if (plan !== before && each.kind !== 'undo') past.push(before);
            const saved = await save(plan, revision, at);
            if (saved.kind === 'saved') revision = saved.revision;
            expect(saved.kind).toBe('saved');
            expect(await load(plan.id, at)).toEqual(plan);
          }
        }),
        { seed: 5, numRuns: 15 },
      );
      const { kept, named } = await keys();
      expect(kept).toEqual(named);
    });

    test('plans of an older app are found as they were, with their history, and take the new form when they are listed', async () => {
      const old = JSON.parse(JSON.stringify(stored)) as Record<
        'plans' | 'versions' | 'versionPlans',
        never[]
      >;
      await database.transact('readwrite', async (tables) => {
        for (const table of ['plans', 'versions', 'versionPlans'] as const)
          for (const record of old[table]) await tables.put(table, record);
      });
      const [head] = stored.plans;
      const id = planId(head?.id ?? '');
      expect(await load(id)).toEqual(head?.plan);
      expect(valueOf(await store.list()).cards).toMatchObject([{ id, revision: 2, name: head?.plan.name }]);
      expect(listsOf(await all('plans'), 'parts').length).toBeGreaterThan(0);
      for (const [place, { plan }] of stored.versionPlans.entries())
        expect(valueOf(await store.loadVersion(id, place + 1))).toEqual(plan);
      const opened = await load(id, tab(await device.open()));
      expect(opened).toEqual(head?.plan);
      expect(await save(opened, 2)).toMatchObject({ kind: 'saved', revision: 2 });
      expect(await save(paint(opened, 1, 0), 2)).toMatchObject({ kind: 'saved', revision: 3 });
      expect(partsWritten()).toBe(1);
    });

    test('an export of an older app comes in whole', async () => {
      const [head] = stored.plans;
      const versions = stored.versions.map(({ planId: _, ...version }, place) => ({
        ...version,
        plan: stored.versionPlans[place]?.plan,
      }));
      const text = JSON.stringify({
        format: 'turfcast-library',
        version: 1,
        exportedAt: '2027-01-01T00:00:00Z',
        plans: [{ ...head, versions }],
        setAside: [],
      });
      expect(valueOf(await store.importAll(text))).toBe(1);
      const id = planId(head?.id ?? '');
      expect(await load(id)).toEqual(head?.plan);
      expect(valueOf(await store.loadVersion(id, 1))).toEqual(stored.versionPlans[0]?.plan);
    });

    test('an export names what versions share once, and brings all of it back', async () => {
      await save(large, 0);
      for (let strip = 0; strip < 3; strip++) await save(paint(large, 3, strip), strip + 1);
      const text = valueOf(await store.exportAll());
      expect(text.split('a-4000').length).toBe(2);
      device = makeDevice();
      const fresh = tab(await device.open());
      expect(valueOf(await fresh.importAll(text))).toBe(1);
      expect(await load(large.id, fresh)).toEqual(await load(large.id));
      for (const { revision } of valueOf(await store.versions(large.id)))
        expect(valueOf(await fresh.loadVersion(large.id, revision))).toEqual(
          valueOf(await store.loadVersion(large.id, revision)),
        );
    });
  });
}
