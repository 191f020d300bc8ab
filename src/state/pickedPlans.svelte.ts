import type { Plan } from '../model/plan';
import { succeed, type Result } from '../model/problem';
import type { PlanId } from '../model/units';
import type { Library, PlanVersion } from './library.svelte';
import type { PlanPick } from './planPick';

/** A plan chosen, as it was found. */
export interface PickedPlan extends PlanPick {
  readonly name: string;
  readonly plan: Plan;
}

/** A name that none of the others has: plans are told apart by it on screen. */
function apart(name: string, others: readonly PickedPlan[]): string {
  const taken = (text: string) => others.some((other) => other.name === text);
  let count = 1;
  let text = name;
  while (taken(text)) text = `${name} (${++count})`;
  return text;
}

/**
 * Finds plans by what was chosen: the one on screen as it stands, others and earlier versions as they were saved. What was
 * read once stays the same object, so that it need not be simulated again.
 */
export class PickedPlans {
  #versions = $state.raw<ReadonlyMap<PlanId, readonly PlanVersion[]>>(new Map());
  #stored: ReadonlyMap<string, Plan> = new Map();
  readonly #asked = new Map<PlanId, number>();
  readonly #library: Library;
  readonly #onScreen: () => Plan | undefined;

  constructor(library: Library, onScreen: () => Plan | undefined) {
    this.#library = library;
    this.#onScreen = onScreen;
  }

  /** Saved versions of a plan that was found, newest first; the first is the plan as it is now. */
  versionsOf(id: PlanId): readonly PlanVersion[] {
    return this.#versions.get(id) ?? [];
  }

  /** Finds them all, in their order; or says why one cannot be read. */
  async find(picks: readonly PlanPick[]): Promise<Result<readonly PickedPlan[]>> {
    const found: PickedPlan[] = [];
    const stored = new Map<string, Plan>();
    for (const pick of picks) {
      void this.#listVersions(pick.id);
      const plan = await this.#findOne(pick, stored);
      if (!plan.ok) return plan;
      const version = pick.revision === undefined ? '' : ` (version ${pick.revision})`;
      const name = apart(`${plan.value.name}${version}`, found);
      found.push({ ...pick, name, plan: plan.value });
    }
    this.#stored = stored;
    return succeed(found);
  }

  async #findOne({ id, revision }: PlanPick, stored: Map<string, Plan>): Promise<Result<Plan>> {
    const onScreen = this.#onScreen();
    if (revision === undefined && onScreen?.id === id) return succeed(onScreen);
    const at = revision ?? this.#revisionOf(id);
    const key = `${id} ${at}`;
    const known = this.#stored.get(key) ?? stored.get(key);
    const plan = known ? succeed(known) : await this.#read(id, revision);
    if (plan.ok) stored.set(key, plan.value);
    return plan;
  }

  async #read(id: PlanId, revision: number | undefined): Promise<Result<Plan>> {
    if (revision !== undefined) return this.#library.version(id, revision);
    const stored = await this.#library.load(id);
    return stored.ok ? succeed(stored.value.plan) : stored;
  }

  #revisionOf(id: PlanId): number | undefined {
    return this.#library.cards.find((card) => card.id === id)?.revision;
  }

  async #listVersions(id: PlanId): Promise<void> {
    const revision = this.#revisionOf(id);
    if (revision === undefined || this.#asked.get(id) === revision) return;
    this.#asked.set(id, revision);
    const list = await this.#library.versions(id);
    if (list.ok) this.#versions = new Map([...this.#versions, [id, list.value]]);
  }
}
