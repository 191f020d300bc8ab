import { fail, succeed, type Result } from '../model/problem';
import { openIdbDatabase } from './idbDatabase';
import { makePlanStore, type OpenPlanStore } from './makePlanStore';
import { tabChanges } from './planChanges';
import { randomPlanId } from './randomPlanId';
import { DATABASE_NAME } from './schema';
import { storageProblem } from './storageProblem';

export interface OpenOptions {
  /** The database's name; tests use one each. */
  readonly name?: string;
  /** The time as an ISO 8601 instant. */
  readonly now?: () => string;
  /** How long the browser may take to answer, in milliseconds, before that is a problem. */
  readonly patience?: number;
  /** Lets the page paint and answer in the middle of long work. */
  readonly pause?: () => Promise<void>;
}

/** The plans kept in this browser. Where they cannot be kept the problem says why; `memoryPlanStore` then serves for this visit. */
export async function openPlanStore(options: OpenOptions = {}): Promise<Result<OpenPlanStore>> {
  const { name = DATABASE_NAME, now = () => new Date().toISOString(), patience = 8_000, pause } = options;
  try {
    const database = await openIdbDatabase(name, patience);
    const parts = { database, changes: tabChanges(name), now, newId: randomPlanId };
    return succeed(makePlanStore({ ...parts, ...(pause && { pause }) }));
  } catch (error) {
    return fail([storageProblem(error)]);
  }
}
