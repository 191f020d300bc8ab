import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeStartUpSample, makeThreeRegionSample } from '../../src/model/samples';
import type { Plan } from '../../src/model/plan';
import type { Result } from '../../src/model/problem';
import { planId } from '../../src/model/units';
import type { Database, Tables } from '../../src/storage/database';
import { makePlanStore, type OpenPlanStore } from '../../src/storage/makePlanStore';
import { silentChanges, tabChanges } from '../../src/storage/planChanges';
import type { CardAnswer, SaveOutcome } from '../../src/storage/planStore';
import type { HeadRecord, VersionPlanRecord } from '../../src/storage/schema';
import { frozen } from '../support/frozen';
import { planArbitrary } from '../support/planArbitrary';

/** A database, and how to open it once more as another tab would. */
export interface Device {
  readonly name: string;
  open(): Promise<Database>;
}

const first = frozen(makeStartUpSample());
const second = frozen(makeThreeRegionSample());
const renamed = (name: string, plan: Plan = first): Plan => ({ ...plan, name });
const answer: CardAnswer = {
  period: 'FY2027',
  target: 5,
  chance: 0.5,
  p10: 1,
  p50: 2,
  p90: 3,
  sparkline: [1, 2],
};

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('; '));
  return result.value;
}

const codesOf = (result: Result<unknown>) =>
  result.ok ? [] : result.problems.map((problem) => problem.code);

/** The laws of every plan store, run on each database that can carry one. */
export function planStoreLaws(kind: string, makeDevice: () => Device): void {
  describe(`a plan store over ${kind}`, () => {
    let device: Device;
    let database: Database;
    let store: OpenPlanStore;
    let clock: number;
    let open: OpenPlanStore[];

    const tab = (over: Database): OpenPlanStore => {
      const now = () => new Date((clock += 60_000)).toISOString();
      let count = 0;
      const newId = () => planId(`new-${clock}-${count++}`);
      const opened = makePlanStore({ database: over, changes: tabChanges(device.name), now, newId });
      open.push(opened);
      return opened;
    };
    const save = async (
      plan: Plan,
      baseRevision: number,
      label = 'Edit',
      in_ = store,
    ): Promise<SaveOutcome> => valueOf(await in_.save(plan, { baseRevision, label }));
    const write = (work: (tables: Tables) => Promise<void>) => database.transact('readwrite', work);
    const damageHead = (plan: Plan, fields: Readonly<Record<string, unknown>>) =>
      write(async (tables) => {
        const raw = await tables.get('plans', plan.id);
        await tables.put('plans', { ...(raw as HeadRecord), ...fields });
      });

    beforeEach(async () => {
      clock = Date.parse('2027-03-01T08:00:00Z');
      open = [];
      device = makeDevice();
      database = await device.open();
      store = tab(database);
    });
    afterEach(() => open.forEach((each) => each.close()));

    test('a saved plan is found exactly as it was, also by a store opened later', async () => {
      expect(await save(second, 0)).toMatchObject({ kind: 'saved', revision: 1 });
      const later = tab(await device.open());
      expect(valueOf(await later.load(second.id))).toMatchObject({ plan: second, revision: 1 });
    });

    test('any plan is found exactly as it was', async () => {
      await fc.assert(
        fc.asyncProperty(planArbitrary, fc.uuid(), async (plan, id) => {
          const mine = { ...plan, id: planId(id) };
          await save(mine, 0);
          expect(valueOf(await store.load(mine.id)).plan).toEqual(mine);
        }),
        { numRuns: 20 },
      );
    });

    test('a plan that could not be read again is refused, and nothing is written', async () => {
      await save(first, 0);
      const refused = await store.save(renamed(' '), { baseRevision: 1, label: 'Rename' });
      expect(refused).toMatchObject({ ok: false, problems: [{ path: 'name' }] });
      expect(valueOf(await store.load(first.id))).toMatchObject({ plan: first, revision: 1 });
    });

    test('every save is a version, newest first, and each can be read', async () => {
      await save(first, 0, 'Create');
      await save(renamed('Two'), 1, 'Rename the plan');
      const versions = valueOf(await store.versions(first.id));
      expect(versions.map(({ revision, label }) => [revision, label])).toEqual([
        [2, 'Rename the plan'],
        [1, 'Create'],
      ]);
      expect(valueOf(await store.loadVersion(first.id, 1))).toEqual(first);
      expect(valueOf(await store.loadVersion(first.id, 2))).toEqual(renamed('Two'));
      expect(codesOf(await store.loadVersion(first.id, 3))).toEqual(['version-unknown']);
    });

    test('saving what is there already writes nothing', async () => {
      await save(first, 0);
      expect(await save({ ...first }, 0)).toMatchObject({ kind: 'saved', revision: 1 });
      expect(valueOf(await store.versions(first.id))).toHaveLength(1);
    });

    test('an edit of an older revision is a conflict that gives the latest and writes nothing', async () => {
      const other = tab(await device.open());
      await save(first, 0);
      await save(renamed('Theirs'), 1, 'Edit', other);
      const outcome = await save(renamed('Mine'), 1);
      expect(outcome).toMatchObject({ kind: 'conflict', latest: { plan: renamed('Theirs'), revision: 2 } });
      expect(await save(renamed('Mine'), 0)).toMatchObject({ kind: 'conflict' });
      expect(valueOf(await store.versions(first.id))).toHaveLength(2);
      expect(valueOf(await store.load(first.id)).plan.name).toBe('Theirs');
    });

    test('of two tabs that save at once on the same revision exactly one is saved', async () => {
      const other = tab(await device.open());
      await save(first, 0);
      for (let revision = 1; revision <= 10; revision++) {
        const outcomes = await Promise.all([
          save(renamed(`Mine ${revision}`), revision),
          save(renamed(`Theirs ${revision}`), revision, 'Edit', other),
        ]);
        expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
      }
      expect(valueOf(await store.versions(first.id))).toHaveLength(11);
    });

    test('a save that fails at any step leaves everything as it was', async () => {
      await save(first, 0);
      const before = valueOf(await store.exportAll());
      for (let steps = 0; steps < 3; steps++) {
        const broken = failingAfter(database, steps);
        const failing = makePlanStore({
          database: broken,
          changes: silentChanges,
          now: () => 'x',
          newId: () => first.id,
        });
        const result = await failing.save(renamed('Lost'), { baseRevision: 1, label: 'Edit' });
        expect(codesOf(result)).toEqual(['storage-full']);
        expect(result.ok ? '' : result.problems[0]?.message).toMatch(/Free some space/);
        expect(contentOf(valueOf(await store.exportAll()))).toEqual(contentOf(before));
      }
    });

    test('the library shows cards newest first, with answers and branches', async () => {
      await save(first, 0);
      valueOf(await store.save(second, { baseRevision: 0, label: 'Branch', branchOf: first.id }));
      valueOf(await store.saveAnswer(first.id, answer));
      const { cards, setAside } = valueOf(await store.list());
      expect(setAside).toEqual([]);
      expect(cards.map(({ id, seats }) => [id, seats])).toEqual([
        [second.id, second.seats.length],
        [first.id, first.seats.length],
      ]);
      expect(cards[0]?.branchOf).toBe(first.id);
      expect(cards[1]?.answer).toEqual(answer);
      await save(renamed('Edited', second), 1);
      expect(valueOf(await store.load(second.id)).branchOf).toBe(first.id);
    });

    test('a removed plan leaves the library and comes back with its history', async () => {
      await save(first, 0);
      await save(renamed('Two'), 1);
      valueOf(await store.remove(first.id));
      expect(valueOf(await store.list()).cards).toEqual([]);
      expect(codesOf(await store.load(first.id))).toEqual(['plan-removed']);
      valueOf(await store.restore(first.id));
      expect(valueOf(await store.load(first.id))).toMatchObject({ plan: renamed('Two'), revision: 2 });
      expect(valueOf(await store.versions(first.id))).toHaveLength(2);
    });

    test('an edit of a plan that was removed in another tab is not lost', async () => {
      await save(first, 0);
      valueOf(await tab(await device.open()).remove(first.id));
      expect(await save(renamed('Edited'), 1)).toMatchObject({ kind: 'saved', revision: 2 });
      expect(valueOf(await store.list()).cards.map(({ name }) => name)).toEqual(['Edited']);
    });

    test('an older edit of a plan that another tab changed and then removed is a conflict, for its owner to decide', async () => {
      const other = tab(await device.open());
      await save(first, 0);
      await save(renamed('Theirs'), 1, 'Edit', other);
      valueOf(await other.remove(first.id));
      const outcome = await save(renamed('Mine'), 1);
      expect(outcome).toMatchObject({ kind: 'conflict', latest: { plan: renamed('Theirs'), revision: 2 } });
    });

    test('a plan that is not here is a problem', async () => {
      for (const result of [
        await store.load(first.id),
        await store.remove(first.id),
        await store.restore(first.id),
      ])
        expect(codesOf(result)).toEqual(['plan-unknown']);
      expect(valueOf(await store.versions(first.id))).toEqual([]);
    });

    test('a plan that cannot be read is set aside whole and its newest readable version takes its place', async () => {
      await save(first, 0);
      await save(renamed('Two'), 1);
      await save(second, 0);
      await damageHead(first, { plan: { ...first, currency: 'dollars' } });
      const listing = valueOf(await store.list());
      expect(listing.cards.map(({ name }) => name).sort()).toEqual(['Two', second.name].sort());
      expect(listing.setAside).toMatchObject([
        { key: first.id, reason: expect.stringContaining('currency') },
      ]);
      expect(valueOf(await store.load(first.id))).toMatchObject({ plan: renamed('Two'), revision: 3 });
      expect(valueOf(await store.exportAll())).toContain('"currency":"dollars"');
    });

    test('a plan of which no version can be read is reported, kept and exported', async () => {
      await save(first, 0);
      await damageHead(first, { plan: 'rubbish', revision: -1 });
      await write((tables) =>
        tables.put('versionPlans', {
          planId: first.id,
          revision: 1,
          plan: 7,
        } as unknown as VersionPlanRecord),
      );
      expect(codesOf(await store.load(first.id))).toEqual(['set-aside']);
      const exported = contentOf(valueOf(await store.exportAll()));
      expect(exported).toMatchObject({
        plans: [],
        setAside: [{ key: first.id }, { raw: [{ revision: 1, plan: 7 }] }],
      });
      expect(codesOf(await store.loadVersion(first.id, 1))).toEqual(['set-aside']);
      const { cards, setAside } = valueOf(await store.list());
      expect(cards).toEqual([]);
      expect(setAside.map(({ key }) => key)).toEqual([first.id, `${first.id} version 1`]);
      expect(valueOf(await store.exportAll())).toContain('rubbish');
      expect(await save(first, 1)).toMatchObject({ kind: 'saved' });
    });

    test('an export brought into an empty store exports the same', async () => {
      await save(first, 0);
      await save(renamed('Two'), 1);
      await save(second, 0);
      valueOf(await store.saveAnswer(first.id, answer));
      valueOf(await store.remove(second.id));
      const text = valueOf(await store.exportAll());
      device = makeDevice();
      const fresh = tab(await device.open());
      expect(valueOf(await fresh.importAll(text))).toBe(2);
      expect(contentOf(valueOf(await fresh.exportAll()))).toEqual(contentOf(text));
    });

    test('an import beside other content comes in as a branch with its history, once', async () => {
      await save(first, 0);
      const text = valueOf(await store.exportAll());
      expect(valueOf(await store.importAll(text))).toBe(0);
      await save(renamed('Edited'), 1);
      expect(valueOf(await store.importAll(text))).toBe(1);
      expect(valueOf(await store.importAll(text))).toBe(0);
      const { cards } = valueOf(await store.list());
      expect(cards.map(({ name }) => name).sort()).toEqual([`${first.name} (imported)`, 'Edited'].sort());
      const branch = cards.find(({ branchOf }) => branchOf === first.id);
      const id = branch?.id ?? first.id;
      expect(valueOf(await store.versions(id)).map(({ label }) => label)).toEqual(['Imported', 'Edit']);
      expect(valueOf(await store.loadVersion(id, 1))).toEqual({ ...first, id });
    });

    test('an import brings a removed plan back', async () => {
      await save(first, 0);
      const text = valueOf(await store.exportAll());
      valueOf(await store.remove(first.id));
      expect(valueOf(await store.importAll(text))).toBe(1);
      expect(valueOf(await store.load(first.id))).toMatchObject({ plan: first, revision: 1 });
    });

    test('what cannot be read in an import is set aside, the rest comes in', async () => {
      await save(first, 0);
      await save(second, 0);
      const text = valueOf(await store.exportAll()).replaceAll(
        `"currency":"${first.currency}"`,
        '"currency":"?"',
      );
      const broken = text.replace('"currency":"?"', `"currency":"${first.currency}"`);
      device = makeDevice();
      const fresh = tab(await device.open());
      const count = valueOf(await fresh.importAll(broken));
      const { cards, setAside } = valueOf(await fresh.list());
      expect(count).toBe(1);
      expect(cards).toHaveLength(1);
      expect(setAside.length).toBeGreaterThan(0);
      valueOf(await fresh.importAll(broken));
      expect(valueOf(await fresh.list()).setAside).toHaveLength(setAside.length);
    });

    test('a truncated, foreign or newer library changes nothing and says so', async () => {
      await save(first, 0);
      const text = valueOf(await store.exportAll());
      expect(codesOf(await store.importAll(text.slice(0, -5)))).toEqual(['not-json']);
      expect(codesOf(await store.importAll('{"format":"other"}'))).toEqual(['foreign-file']);
      const newer = text.replace('"turfcast-library","version":2', '"turfcast-library","version":3');
      expect(codesOf(await store.importAll(newer))).toEqual(['newer-version']);
      expect(contentOf(valueOf(await store.exportAll()))).toEqual(contentOf(text));
    });

    test('settings are kept', async () => {
      expect(valueOf(await store.setting('theme'))).toBeUndefined();
      valueOf(await store.saveSetting('theme', 'dark'));
      expect(valueOf(await tab(await device.open()).setting('theme'))).toBe('dark');
    });

    test('other tabs are told of saves, removals and restores; the tab itself is not', async () => {
      const other = tab(await device.open());
      const own: number[] = [];
      store.onChange((_, revision) => own.push(revision));
      const heard: [string, number][] = [];
      const told = new Promise<void>((resolve) => {
        other.onChange((id, revision) => {
          heard.push([id, revision]);
          if (heard.length === 4) resolve();
        });
      });
      const stopped: number[] = [];
      other.onChange((_, revision) => stopped.push(revision))();
      await save(first, 0);
      await save(renamed('Two'), 1);
      await save(renamed('Conflict'), 1);
      valueOf(await store.remove(first.id));
      valueOf(await store.restore(first.id));
      await told;
      expect(heard).toEqual([1, 2, 2, 2].map((revision) => [first.id, revision]));
      expect([own, stopped]).toEqual([[], []]);
    });
  });
}

/** The library without the time of its export. */
function contentOf(text: string): unknown {
  const { exportedAt: _, ...content } = JSON.parse(text) as Record<string, unknown>;
  return content;
}

/** The database with no room left after that many writes. */
export function failingAfter(database: Database, steps: number): Database {
  return {
    ...database,
    transact: (mode, work) =>
      database.transact(mode, (tables) => {
        let left = steps;
        return work({
          ...tables,
          async put(table, value) {
            if (left-- === 0) throw new DOMException('no room', 'QuotaExceededError');
            await tables.put(table, value);
          },
        });
      }),
  };
}
