import type { TableName, TurfcastSchema } from './schema';

export type Key<Name extends TableName> = TurfcastSchema[Name]['key'];
export type Value<Name extends TableName> = TurfcastSchema[Name]['value'];

/** The stores inside one transaction. What is read is unknown: it may be damaged or another version's. */
export interface Tables {
  get(table: TableName, key: Key<TableName>): Promise<unknown>;
  has(table: TableName, key: Key<TableName>): Promise<boolean>;
  /** Whether a plan or a version names that part. */
  isPartNamed(part: string): Promise<boolean>;
  /** All values in order of their keys; of one plan alone where it is given (`versions`, `versionPlans`). */
  all(table: TableName, planId?: string): Promise<readonly unknown[]>;
  put<Name extends TableName>(table: Name, value: Value<Name>): Promise<void>;
  delete<Name extends TableName>(table: Name, key: Key<Name>): Promise<void>;
}

/**
 * A database with transactions that are all or nothing and run one after the other where they write. Inside `work` only
 * promises of `tables` may be awaited: IndexedDB commits as soon as it is left idle.
 */
export interface Database {
  transact<Outcome>(
    mode: 'readonly' | 'readwrite',
    work: (tables: Tables) => Promise<Outcome>,
  ): Promise<Outcome>;
  close(): void;
}
