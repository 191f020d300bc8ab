import type { Plan } from '../model/plan';
import { succeed, type Problem, type Result } from '../model/problem';
import type { PlanId } from '../model/units';
import type {
  CardAnswer,
  PlanCard,
  PlanStore,
  PlanVersion,
  SetAsideRecord,
  StoredPlan,
} from '../storage/planStore';

export type { PlanCard, PlanVersion, SetAsideRecord } from '../storage/planStore';

/** The plans kept on this device, as the library shows them. */
export class Library {
  #cards = $state.raw<readonly PlanCard[]>([]);
  #setAside = $state.raw<readonly SetAsideRecord[]>([]);
  #problems = $state.raw<readonly Problem[]>([]);
  #asked = 0;
  #newest: Promise<void> = Promise.resolve();
  readonly #store: PlanStore;

  constructor(store: PlanStore) {
    this.#store = store;
  }

  get cards(): readonly PlanCard[] {
    return this.#cards;
  }

  /** Records that could not be read; they are kept as they are. */
  get setAside(): readonly SetAsideRecord[] {
    return this.#setAside;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Lists the plans anew. Resolves when the list is at least as new as this call. */
  refresh(): Promise<void> {
    this.#newest = this.#read(++this.#asked);
    return this.#newest;
  }

  async #read(asked: number): Promise<void> {
    const listing = await this.#store.list();
    // A slower, older answer must not replace a newer one; whoever asked waits for the newer.
    if (asked !== this.#asked) return this.#newest;
    if (listing.ok) {
      this.#cards = listing.value.cards;
      this.#setAside = listing.value.setAside;
      this.#problems = [];
    } else this.#problems = listing.problems;
  }

  /** Adds a plan that was never saved (new, a branch, imported); `false` where a plan of that id is here already. */
  async add(plan: Plan, label: string, branchOf?: PlanId): Promise<Result<boolean>> {
    const saved = await this.#store.save(plan, { baseRevision: 0, label, ...(branchOf && { branchOf }) });
    await this.refresh();
    return saved.ok ? succeed(saved.value.kind === 'saved') : saved;
  }

  async rename(id: PlanId, name: string): Promise<Result<void>> {
    const stored = await this.#store.load(id);
    if (!stored.ok) return stored;
    const { plan, revision, branchOf } = stored.value;
    const saved = await this.#store.save(
      { ...plan, name },
      { baseRevision: revision, label: 'Rename the plan', ...(branchOf && { branchOf }) },
    );
    // Saved by another tab in between: the new name goes on top of that.
    if (saved.ok && saved.value.kind === 'conflict') return this.rename(id, name);
    await this.refresh();
    return saved.ok ? succeed(undefined) : saved;
  }

  async remove(id: PlanId): Promise<Result<void>> {
    const removed = await this.#store.remove(id);
    await this.refresh();
    return removed;
  }

  async restore(id: PlanId): Promise<Result<void>> {
    const restored = await this.#store.restore(id);
    await this.refresh();
    return restored;
  }

  async noteAnswer(id: PlanId, answer: CardAnswer): Promise<void> {
    await this.#store.saveAnswer(id, answer);
    await this.refresh();
  }

  load(id: PlanId): Promise<Result<StoredPlan>> {
    return this.#store.load(id);
  }

  versions(id: PlanId): Promise<Result<readonly PlanVersion[]>> {
    return this.#store.versions(id);
  }

  version(id: PlanId, revision: number): Promise<Result<Plan>> {
    return this.#store.loadVersion(id, revision);
  }

  exportAll(): Promise<Result<string>> {
    return this.#store.exportAll();
  }

  async importAll(text: string): Promise<Result<number>> {
    const count = await this.#store.importAll(text);
    await this.refresh();
    return count;
  }
}
