import type { Database, Tables } from './database';
import { KEY_PATHS, PARTED_TABLES, TABLE_NAMES, type TableName } from './schema';

type Rows = Map<string, unknown>;

/** A database for this visit alone, where the device keeps none. Values are copied in and out, as IndexedDB does. */
export function memoryDatabase(): Database {
  let committed = new Map<TableName, Rows>(TABLE_NAMES.map((name) => [name, new Map()]));
  let last: Promise<unknown> = Promise.resolve();

  return {
    transact(mode, work) {
      const run = async () => {
        const draft = new Map([...committed].map(([name, rows]) => [name, new Map(rows)]));
        const outcome = await work(tablesOf(draft));
        if (mode === 'readwrite') committed = draft;
        return outcome;
      };
      const outcome = last.then(run);
      last = outcome.catch(() => undefined);
      return outcome;
    },
    close: () => undefined,
  };
}

function tablesOf(draft: Map<TableName, Rows>): Tables {
  const rowsOf = (table: TableName): Rows => draft.get(table) ?? new Map<string, unknown>();
  return {
    get: (table, key) => Promise.resolve(structuredClone(rowsOf(table).get(JSON.stringify(key)))),
    has: (table, key) => Promise.resolve(rowsOf(table).has(JSON.stringify(key))),
    isPartNamed: (part) =>
      Promise.resolve(
        PARTED_TABLES.some((table) =>
          [...rowsOf(table).values()].some((row) => {
            const parts = field(row, 'parts');
            return Array.isArray(parts) && parts.includes(part);
          }),
        ),
      ),
    all(table, planId) {
      const rows = [...rowsOf(table).values()].filter(
        (row) => planId === undefined || field(row, 'planId') === planId,
      );
      rows.sort((a, b) => compare(keyOf(table, a), keyOf(table, b)));
      return Promise.resolve(structuredClone(rows));
    },
    // Promise.resolve().then: a value that cannot be copied fails the transaction, not its caller.
    put: (table, value) =>
      Promise.resolve().then(() => {
        rowsOf(table).set(JSON.stringify(keyOf(table, value)), structuredClone(value));
      }),
    delete(table, key) {
      rowsOf(table).delete(JSON.stringify(key));
      return Promise.resolve();
    },
  };
}

function keyOf(table: TableName, value: unknown): unknown {
  const path = KEY_PATHS[table];
  return typeof path === 'string' ? field(value, path) : path.map((name) => field(value, name));
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** The order of IndexedDB for the keys used here: text by code units, numbers by size, lists by their elements. */
function compare(a: unknown, b: unknown): number {
  if (Array.isArray(a) && Array.isArray(b)) {
    for (const [index, element] of a.entries()) {
      const order = compare(element, b[index]);
      if (order !== 0) return order;
    }
    return 0;
  }
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}
