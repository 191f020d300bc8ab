import { fail, succeed, type Problem, type Result } from '../model/problem';
import type { PlanId } from '../model/units';
import type { Database, Tables } from './database';
import { exportLibrary } from './exportLibrary';
import { importLibrary } from './importLibrary';
import { listPlans } from './listPlans';
import type { PlanChanges } from './planChanges';
import type { PlanStore, SaveOutcome, StoredPlan } from './planStore';
import { PlanReader } from './planReader';
import { field, isText, readVersion } from './records';
import { savePlan } from './savePlan';
import { readVersionPlan } from './readVersionPlan';
import type { HeadRecord } from './schema';
import { storedPlan } from './storedPlan';
import { mendHead, mendWhole } from './setAside';
import { storageProblem } from './storageProblem';

export interface PlanStoreParts {
  readonly database: Database;
  readonly changes: PlanChanges;
  /** The time as an ISO 8601 instant. */
  readonly now: () => string;
  /** A random id for a plan that comes in beside one of the same id. */
  readonly newId: () => PlanId;
  /** Lets the page paint and answer in the middle of long work. */
  readonly pause?: () => Promise<void>;
}

/** A store that can be let go of. */
export interface OpenPlanStore extends PlanStore {
  close(): void;
}

/** The store's contract over any database; nothing here throws, rejects or waits for ever. */
export function makePlanStore({
  database,
  changes,
  now,
  newId,
  pause = () => Promise.resolve(),
}: PlanStoreParts): OpenPlanStore {
  const reader = new PlanReader(database, pause);
  const attempt = async <Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> => {
    try {
      return await work();
    } catch (error) {
      return fail([storageProblem(error)]);
    }
  };
  const reading = <Value>(work: (tables: Tables) => Promise<Value>) =>
    attempt(async () => succeed(await database.transact('readonly', work)));
  const writing = <Value>(work: (tables: Tables) => Promise<Result<Value>>) =>
    attempt(() => database.transact('readwrite', work));

  /** Changes a plan's head; `edit` gets it as it is. */
  const editHead = async (id: PlanId, edit: (head: HeadRecord) => HeadRecord): Promise<Result<void>> => {
    const edited = await writing<number>(async (tables) => {
      const head = await mendHead(tables, id, now());
      if (!head) return fail([await missingPlan(tables, id)]);
      await tables.put('plans', edit(head));
      return succeed(head.revision);
    });
    if (!edited.ok) return edited;
    changes.announce(id, edited.value);
    return succeed(undefined);
  };

  const load = (id: PlanId): Promise<Result<StoredPlan>> =>
    attempt(async () => {
      const read = await reader.readHead(id);
      if (read) return read.head.removed ? fail([removedPlan(id)]) : succeed(storedPlan(read));
      return database.transact('readwrite', async (tables) => {
        const found = await mendWhole(tables, id, now());
        if (!found) return fail([await missingPlan(tables, id)]);
        return found.head.removed ? fail([removedPlan(id)]) : succeed(storedPlan(found));
      });
    });

  return {
    list: () => attempt(async () => succeed(await listPlans(database, now))),

    load,

    save: (plan, options) =>
      attempt(async (): Promise<Result<SaveOutcome>> => {
        // A plan that could not be read back must not be written: its owner is told now, while it is on screen.
        const sound = await reader.check(plan);
        if (!sound.ok) return sound;
        const parted = await reader.takeApart(sound.value);
        const saved = await database.transact('readwrite', (tables) =>
          savePlan(tables, plan.id, parted, options, now()),
        );
        if (saved) {
          changes.announce(plan.id, saved.revision);
          return succeed(saved);
        }
        // Whether or not it was removed since: whoever edits it decides.
        const read = await reader.readHead(plan.id);
        if (read) return succeed({ kind: 'conflict', latest: storedPlan(read) });
        return database.transact('readwrite', async (tables) => {
          const latest = await mendWhole(tables, plan.id, now());
          return latest
            ? succeed({ kind: 'conflict', latest: storedPlan(latest) })
            : fail([await missingPlan(tables, plan.id)]);
        });
      }),

    saveAnswer: (id, answer) =>
      writing(async (tables) => {
        await tables.put('answers', { id, answer });
        return succeed(undefined);
      }),

    versions: (id) =>
      reading(async (tables) => (await tables.all('versions', id)).map(readVersion).reverse()),

    loadVersion: (id, revision) =>
      attempt(async () => {
        const read = await reader.read('versionPlans', [id, revision]);
        if (read?.plan.ok) return read.plan;
        return database.transact('readwrite', (tables) => readVersionPlan(tables, id, revision, now()));
      }),

    remove: (id) => editHead(id, (head) => ({ ...head, removed: true })),

    restore: (id) => editHead(id, ({ removed: _, ...head }) => head),

    exportAll: () => reading((tables) => exportLibrary(tables, now())),

    importAll: (text) =>
      attempt(() => importLibrary(database, text, { now, newId, pause, onImported: changes.announce })),

    setting: (key) =>
      reading(async (tables) => {
        const value = field(await tables.get('settings', key), 'value');
        return isText(value) ? value : undefined;
      }),

    saveSetting: (key, value) =>
      writing(async (tables) => {
        await tables.put('settings', { key, value });
        return succeed(undefined);
      }),

    onChange: (listener) => changes.listen(listener),

    close() {
      changes.close();
      database.close();
    },
  };
}

async function missingPlan(tables: Tables, id: PlanId): Promise<Problem> {
  const aside = (await tables.get('setAside', id)) !== undefined;
  return aside
    ? {
        code: 'set-aside',
        path: '',
        message: `The plan ${id} could not be read and was set aside as it is; “Export everything” includes it.`,
      }
    : {
        code: 'plan-unknown',
        path: '',
        message: `There is no plan ${id} on this device. Open it from its link or file.`,
      };
}

function removedPlan(id: PlanId): Problem {
  return {
    code: 'plan-removed',
    path: '',
    message: `The plan ${id} was deleted. Undo the deletion to open it.`,
  };
}
