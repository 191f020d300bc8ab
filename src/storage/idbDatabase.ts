import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Database, Tables } from './database';
import {
  DATABASE_VERSION,
  KEY_PATHS,
  PARTED_TABLES,
  TABLE_NAMES,
  type TableName,
  type TurfcastSchema,
} from './schema';
import { StorageFault } from './storageProblem';
import { timeLimit } from './timeLimit';

type Connection = IDBPDatabase<TurfcastSchema>;
type Transaction = IDBPTransaction<TurfcastSchema, TableName[], 'readonly' | 'readwrite'>;

/**
 * IndexedDB as a `Database`. Rejects, within `patience` milliseconds, where the browser has none, does not answer, or
 * where an older or a newer app holds it. A connection that the browser ends is opened again at the next use; one that
 * a newer app asks for is given up for good, since writing on would mix two formats.
 */
export async function openIdbDatabase(name: string, patience: number): Promise<Database> {
  let superseded = false;
  let closed = false;
  let connection: Promise<Connection> | undefined;

  const connect = async (): Promise<Connection> => {
    if (typeof indexedDB === 'undefined' || indexedDB === null) throw new StorageFault('blocked');
    let held = false;
    // Some browsers throw where others reject.
    const opening = Promise.resolve().then(() =>
      openDB<TurfcastSchema>(name, DATABASE_VERSION, {
        upgrade: (database, _, __, transaction) => createTables(database, transaction),
        blocked: () => (held = true),
        blocking(_, newerVersion) {
          superseded = newerVersion !== null;
          disconnect();
        },
        terminated: () => (connection = undefined),
      }),
    );
    try {
      return await timeLimit(opening, patience);
    } catch (error) {
      connection = undefined;
      void opening.then(
        (late) => late.close(),
        () => undefined,
      );
      // Old private windows refuse to open with this error.
      const refused = error instanceof DOMException && error.name === 'InvalidStateError';
      throw held ? new StorageFault('held') : refused ? new StorageFault('blocked') : error;
    }
  };

  const disconnect = () => {
    void connection?.then(
      (open) => open.close(),
      () => undefined,
    );
    connection = undefined;
  };

  const begin = async (mode: 'readonly' | 'readwrite'): Promise<Transaction> => {
    if (superseded) throw new StorageFault('newer');
    if (closed) throw new DOMException('The store was closed', 'InvalidStateError');
    connection ??= connect();
    return (await connection).transaction([...TABLE_NAMES], mode, { durability: 'strict' });
  };

  const beginAgain = (mode: 'readonly' | 'readwrite'): Promise<Transaction> =>
    begin(mode).catch((error: unknown) => {
      const lost = error instanceof DOMException && error.name === 'InvalidStateError';
      if (!lost || closed) throw error;
      connection = undefined;
      return begin(mode);
    });

  connection = connect();
  await connection;

  return {
    async transact(mode, work) {
      const transaction = await beginAgain(mode);
      transaction.done.catch(() => undefined);
      const whole = work(tablesOf(transaction, patience)).then(async (outcome) => {
        await timeLimit(transaction.done, patience);
        return outcome;
      });
      try {
        return await whole;
      } catch (error) {
        abort(transaction);
        throw error;
      }
    },
    close() {
      closed = true;
      disconnect();
    },
  };
}

/** What is kept already stays as it is: a plan takes its new form when it is listed or saved next (see `mendHead`). */
function createTables(
  database: Connection,
  transaction: IDBPTransaction<TurfcastSchema, TableName[], 'versionchange'>,
): void {
  for (const name of TABLE_NAMES) {
    const path = KEY_PATHS[name];
    if (!database.objectStoreNames.contains(name))
      database.createObjectStore(name, { keyPath: typeof path === 'string' ? path : [...path] });
  }
  for (const name of PARTED_TABLES) {
    const store = transaction.objectStore(name);
    if (!store.indexNames.contains('parts')) store.createIndex('parts', 'parts', { multiEntry: true });
  }
}

/** Every single request must be answered in time; a transaction of many may take as long as it needs. */
function tablesOf(transaction: Transaction, patience: number): Tables {
  const store = (table: TableName) => transaction.objectStore(table);
  const versionsOf = (planId: string) => IDBKeyRange.bound([planId], [planId, []]);
  return {
    get: (table, key) => timeLimit(store(table).get(key), patience),
    has: async (table, key) => (await timeLimit(store(table).count(key), patience)) > 0,
    async isPartNamed(part) {
      for (const name of PARTED_TABLES)
        if ((await timeLimit(transaction.objectStore(name).index('parts').count(part), patience)) > 0)
          return true;
      return false;
    },
    all: (table, planId) =>
      timeLimit(store(table).getAll(planId === undefined ? undefined : versionsOf(planId)), patience),
    async put(table, value) {
      await timeLimit(Promise.resolve(store(table).put?.(value)), patience);
    },
    async delete(table, key) {
      await timeLimit(Promise.resolve(store(table).delete?.(key)), patience);
    },
  };
}

/** A transaction that has ended by itself cannot be aborted any more, which is as well. */
function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    return;
  }
}
