import type { Plan } from '../model/plan';
import { makeSamplePlans } from '../model/samples';
import type { PlanId } from '../model/units';
import { Desk } from './desk.svelte';
import type { LeverKey } from './leverKey';
import { PlanPicks } from './planPicks.svelte';

/** One visit: the plan on screen, and what can be done with all plans kept on this device. */
export class Session extends Desk {
  /** What is chosen to be compared. */
  readonly picks = new PlanPicks();
  #influence = $state.raw<{ readonly plan: PlanId; readonly levers: readonly LeverKey[] }>();

  /** The levers that sway the plan on screen most, the first most, where a tornado has told so in this visit. */
  get influence(): readonly LeverKey[] | undefined {
    return this.#influence?.plan === this.plan.id ? this.#influence.levers : undefined;
  }

  /** Notes which levers sway a plan most. */
  noteInfluence(plan: PlanId, levers: readonly LeverKey[]): void {
    this.#influence = { plan, levers };
  }

  /** Keeps a plan that is new here and opens it; one whose id is taken comes in as a branch of the plan here. */
  async adopt(plan: Plan, label: string, branchOf?: PlanId): Promise<boolean> {
    if (!(await this.settle())) return false;
    const id = await this.keep(plan, label, branchOf);
    return id !== undefined && this.open(id);
  }

  /** Keeps a plan that is new here without opening it. Resolves to the id it is kept under. */
  async keep(plan: Plan, label: string, branchOf?: PlanId): Promise<PlanId | undefined> {
    const added = await this.library.add(plan, label, branchOf);
    if (!added.ok) {
      this.tell(added.problems);
      return undefined;
    }
    if (added.value) return plan.id;
    // Taken by a plan of the library, or by one that was deleted and can still be brought back.
    return this.keep({ ...plan, id: this.newPlanId() }, label, this.#known(plan.id));
  }

  /** Makes a copy under a name of its own and opens it. */
  async branch(plan: Plan = this.plan, name = `${plan.name} (branch)`): Promise<boolean> {
    return this.adopt({ ...plan, id: this.newPlanId(), name }, 'Branch', this.#known(plan.id));
  }

  /** Makes a branch of any kept plan and opens it. */
  async branchOf(id: PlanId): Promise<boolean> {
    if (!(await this.settle())) return false;
    const stored = await this.library.load(id);
    if (stored.ok) return this.branch(stored.value.plan);
    this.tell(stored.problems);
    return false;
  }

  /** Adds the sample plans as new ones, and opens the first. */
  async addSamples(): Promise<boolean> {
    if (!(await this.settle())) return false;
    const ids = [];
    for (const sample of makeSamplePlans()) ids.push(await this.keep(sample, 'Sample plan'));
    const [first] = ids;
    return first !== undefined && this.open(first);
  }

  /** Makes a shared plan the user's own: same figures, an id of its own. */
  override async makeMine(): Promise<boolean> {
    return this.adopt({ ...this.plan, id: this.newPlanId() }, 'Take over from a link');
  }

  /** Renames any kept plan; the one on screen as an edit that can be undone. */
  async rename(id: PlanId, name: string): Promise<void> {
    if (this.isOpen(id)) {
      this.change('Rename the plan', (plan) => (plan.name === name ? plan : { ...plan, name }));
      return;
    }
    const renamed = await this.library.rename(id, name);
    if (!renamed.ok) this.tell(renamed.problems);
  }

  /** Takes a plan out of the library, with a way back. */
  async remove(id: PlanId, name: string): Promise<void> {
    const wasOpen = this.isOpen(id);
    if (wasOpen) await this.autosave.flush();
    const removed = await this.library.remove(id);
    if (!removed.ok) {
      this.tell(removed.problems);
      return;
    }
    this.notices.say(`“${name}” was deleted.`, {
      label: 'Undo',
      run: () => void this.#bringBack(id, wasOpen),
    });
    if (wasOpen) await this.#openNext();
  }

  /** Brings back an earlier version of the plan on screen, as an edit that can be undone. */
  async restoreVersion(revision: number): Promise<void> {
    const { id } = this.plan;
    const version = await this.library.version(id, revision);
    if (!version.ok) this.tell(version.problems);
    else if (this.isOpen(id)) this.change(`Restore version ${revision}`, () => ({ ...version.value, id }));
  }

  /** The id, where the library shows a plan of it. */
  #known(id: PlanId): PlanId | undefined {
    return this.library.cards.find((card) => card.id === id)?.id;
  }

  async #bringBack(id: PlanId, open: boolean): Promise<void> {
    const restored = await this.library.restore(id);
    if (!restored.ok) this.tell(restored.problems);
    else if (open) await this.open(id);
  }

  /** After the plan on screen was deleted: the newest of the others, or none. */
  async #openNext(): Promise<void> {
    this.autosave.unfollow();
    const next = this.library.cards[0];
    if (!next || !(await this.open(next.id))) this.close();
  }
}
