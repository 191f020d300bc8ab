import { withPauses } from '../model/inSteps';
import { parsePlanInSteps } from '../model/parsePlanInSteps';
import type { Plan } from '../model/plan';
import type { Result } from '../model/problem';
import { SoundParts } from '../model/soundParts';
import type { Database, Key } from './database';
import { knowParts, splitPlan, type PartedPlan } from './planParts';
import { parseHead } from './records';
import { putTogether, readParts } from './wholePlan';

/** Reads and takes apart plans outside of transactions, with a pause after each step: plans may be of very many accounts. */
export class PlanReader {
  readonly #sound = new SoundParts();
  readonly #database: Database;
  readonly #pause: () => Promise<void>;

  constructor(database: Database, pause: () => Promise<void>) {
    this.#database = database;
    this.#pause = pause;
  }

  /** A record that holds a plan, and that plan; undefined where there is none. */
  async read(
    table: 'plans' | 'versionPlans',
    key: Key<'plans' | 'versionPlans'>,
  ): Promise<{ readonly raw: unknown; readonly plan: Result<Plan> } | undefined> {
    const { raw, texts } = await this.#database.transact('readonly', async (tables) => {
      const record = await tables.get(table, key);
      return { raw: record, texts: await readParts(tables, record) };
    });
    if (raw === undefined) return undefined;
    return { raw, plan: await this.parse(await withPauses(putTogether(raw, texts), this.#pause)) };
  }

  /** The same of a plan's head, as far as it can be read. */
  async readHead(id: string) {
    const found = await this.read('plans', id);
    const head = found && parseHead(found.raw);
    if (!head?.ok || !found?.plan.ok) return undefined;
    knowParts(found.plan.value, head.value);
    return { head: head.value, plan: found.plan.value };
  }

  /** `parsePlan`, in steps; what was sound before is not read again. */
  async parse(input: unknown): Promise<Result<Plan>> {
    const read = await withPauses(parsePlanInSteps(input, { sound: this.#sound }), this.#pause);
    if (read.ok) this.#sound.add(read.value);
    return read;
  }

  /** `parse` of a plan that is edited on: its parts are known to be sound from then on. */
  async check(plan: Plan): Promise<Result<Plan>> {
    const read = await this.parse(plan);
    if (read.ok) this.#sound.add(plan);
    return read;
  }

  takeApart(plan: Plan): Promise<PartedPlan> {
    return withPauses(splitPlan(plan), this.#pause);
  }
}
