import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import { planId, type PlanId } from '../model/units';
import type { Runner } from '../runner/runner';
import type { PlanStore, StoredPlan } from '../storage/planStore';
import { Autosave } from './autosave.svelte';
import { makeCardAnswer } from './cardAnswer';
import { Forecast } from './forecast.svelte';
import { Library } from './library.svelte';
import { Notices } from './notices.svelte';
import { PlanEditor, type ChangeOptions } from './planEditor.svelte';
import type { PlanExchange } from './planExchange';

export const ROOMS = ['plans', 'outlook', 'team', 'data', 'share'] as const;
export type Room = (typeof ROOMS)[number];

export interface SessionParts {
  readonly store: PlanStore;
  /** Why plans are kept for this visit only, where the device cannot keep them. */
  readonly storeProblems: readonly Problem[];
  readonly runner: Runner;
  readonly exchange: PlanExchange;
  /** A random id for a new plan. */
  readonly newId: () => string;
}

/**
 * One visit: the plan on screen, its forecast, its keeping. A plan that came by a link is `shared`:
 * it is shown and run as it came, and edited only after `makeMine`.
 */
export class Session {
  readonly editor: PlanEditor;
  readonly forecast: Forecast;
  readonly library: Library;
  readonly autosave: Autosave;
  readonly notices = new Notices();
  readonly exchange: PlanExchange;
  readonly storeProblems: readonly Problem[];
  #room = $state<Room>('outlook');
  #shared = $state(false);
  #opened = $state(false);
  #opening = 0;
  #failures: readonly string[] = [];
  readonly #store: PlanStore;
  readonly #newId: () => string;

  constructor(parts: SessionParts, first: Plan) {
    this.#store = parts.store;
    this.#newId = parts.newId;
    this.exchange = parts.exchange;
    this.storeProblems = parts.storeProblems;
    this.library = new Library(parts.store);
    this.forecast = new Forecast(parts.runner, (plan, summary) => {
      const answer = makeCardAnswer(summary);
      if (answer && !this.#shared && plan === this.editor.plan) void this.library.noteAnswer(plan.id, answer);
    });
    this.editor = new PlanEditor(first, (plan, label) => {
      this.autosave.note(plan, label);
      void this.forecast.run(plan);
    });
    this.autosave = new Autosave(parts.store, {
      onConflict: (latest) => this.#keepBoth(latest),
      onSaved: () => this.#saved(),
      onFailed: (problems) => this.#notSaved(problems),
    });
    parts.store.onChange((id, revision) => void this.#changedElsewhere(id, revision));
  }

  get room(): Room {
    return this.#room;
  }

  /** Whether the plan on screen came by a link and is not kept here. */
  get shared(): boolean {
    return this.#shared;
  }

  /** Whether a plan is on screen at all. */
  get opened(): boolean {
    return this.#opened;
  }

  get plan(): Plan {
    return this.editor.plan;
  }

  go(room: Room): void {
    this.#room = room;
  }

  /** An edit by the user. A shared plan is left as it came; the way to make it one's own is offered. */
  change(label: string, edit: (plan: Plan) => Plan, options?: ChangeOptions): void {
    if (this.#shared) {
      this.notices.say('This plan came by a link and is read-only.', {
        label: 'Make it mine',
        run: () => void this.makeMine(),
      });
      return;
    }
    if (this.#opened) this.editor.change(label, edit, options);
  }

  undo(): void {
    if (!this.#shared) this.editor.undo();
  }

  redo(): void {
    if (!this.#shared) this.editor.redo();
  }

  /** Shows a plan that came by a link. Nothing is written. Resolves to whether it is on screen. */
  async openShared(plan: Plan): Promise<boolean> {
    const ticket = ++this.#opening;
    if (!(await this.#settle()) || ticket !== this.#opening) return false;
    this.#shared = true;
    this.#show(plan);
    return true;
  }

  /** Opens a kept plan. What was being edited is saved first; while that fails, it stays. */
  async open(id: PlanId): Promise<boolean> {
    const ticket = ++this.#opening;
    for (;;) {
      if (!(await this.#settle())) return false;
      const stored = await this.#store.load(id);
      if (ticket !== this.#opening) return false;
      if (!stored.ok) {
        this.tell(stored.problems);
        return false;
      }
      // An edit made while the other plan was being read is saved before it is left.
      if (this.autosave.dirty) continue;
      this.#openStored(stored.value);
      return true;
    }
  }

  /** Keeps a plan that is new here and opens it; one whose id is taken comes in as a branch of the plan here. */
  async adopt(plan: Plan, label: string, branchOf?: PlanId): Promise<boolean> {
    if (!(await this.#settle())) return false;
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
    if (!(await this.#settle())) return false;
    const stored = await this.#store.load(id);
    if (stored.ok) return this.branch(stored.value.plan);
    this.tell(stored.problems);
    return false;
  }

  /** Adds the sample plans as new ones, and opens the first. */
  async addSamples(): Promise<boolean> {
    if (!(await this.#settle())) return false;
    const { makeSamplePlans } = await import('../model/samples');
    const ids = [];
    for (const sample of makeSamplePlans()) ids.push(await this.keep(sample, 'Sample plan'));
    const [first] = ids;
    return first !== undefined && this.open(first);
  }

  /** Makes a shared plan the user's own: same figures, an id of its own. */
  async makeMine(): Promise<boolean> {
    return this.adopt({ ...this.plan, id: this.newPlanId() }, 'Take over from a link');
  }

  /** A random id for a new plan. */
  newPlanId(): PlanId {
    return planId(this.#newId());
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

  /** Whether this kept plan is the one on screen. */
  isOpen(id: PlanId): boolean {
    return this.#opened && !this.#shared && id === this.plan.id;
  }

  /** Brings back an earlier version of the plan on screen, as an edit that can be undone. */
  async restoreVersion(revision: number): Promise<void> {
    const { id } = this.plan;
    const version = await this.library.version(id, revision);
    if (!version.ok) this.tell(version.problems);
    else if (this.isOpen(id)) this.change(`Restore version ${revision}`, () => ({ ...version.value, id }));
  }

  /** Says what went wrong. */
  tell(problems: readonly Problem[]): void {
    for (const problem of problems.slice(0, 3)) this.notices.alarm(problem.message);
  }

  #openStored(stored: StoredPlan): void {
    this.#shared = false;
    this.autosave.follow(stored);
    this.#show(stored.plan);
    void this.#store.saveSetting('lastPlan', stored.plan.id);
  }

  #show(plan: Plan): void {
    this.#opened = true;
    this.editor.load(plan);
    this.forecast.clear();
    void this.forecast.run(plan);
  }

  /** The id, where the library shows a plan of it. */
  #known(id: PlanId): PlanId | undefined {
    return this.library.cards.find((card) => card.id === id)?.id;
  }

  /** Saves what is being edited; false while the store refuses it, and then the plan must stay on screen. */
  async #settle(): Promise<boolean> {
    while (this.autosave.dirty) {
      await this.autosave.flush();
      if (this.autosave.state === 'failed') {
        this.notices.alarm(
          `“${this.plan.name}” has edits that could not be saved, so it stays open. Download it as a file to be safe.`,
          { label: 'Go to Share', run: () => this.go('share') },
        );
        return false;
      }
    }
    return true;
  }

  #saved(): void {
    this.notices.retract(this.#failures);
    this.#failures = [];
    void this.library.refresh();
  }

  #notSaved(problems: readonly Problem[]): void {
    this.#failures = problems.map((problem) => problem.message);
    this.tell(problems);
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
    if (next && (await this.open(next.id))) return;
    this.#opened = false;
    this.forecast.clear();
    this.go('plans');
  }

  /**
   * Another tab saved the plan on screen while it was edited here too: that one stays as it is, and
   * what is on screen goes on as a branch with its undo history. At once, so that no edit falls between.
   */
  #keepBoth(latest: StoredPlan): void {
    const name = `${this.plan.name} (edited in another tab)`;
    const id = this.newPlanId();
    this.editor.become(id, name);
    const { plan } = this;
    this.autosave.follow({ plan, revision: 0, savedAt: latest.savedAt, branchOf: latest.plan.id });
    this.autosave.note(plan, 'Branch: edited in two tabs');
    void this.#store.saveSetting('lastPlan', id);
    void this.forecast.run(plan);
    this.notices.say(`This plan was also edited in another tab. Your edits are kept as “${name}”.`, {
      label: 'Open the other',
      run: () => void this.open(latest.plan.id),
    });
  }

  async #changedElsewhere(id: PlanId, revision: number): Promise<void> {
    await this.library.refresh();
    const upToDate = () => !this.isOpen(id) || this.autosave.dirty || revision <= this.autosave.revision;
    if (upToDate()) return;
    const stored = await this.#store.load(id);
    if (!stored.ok || upToDate()) return;
    this.autosave.follow(stored.value);
    this.#show(stored.value.plan);
  }
}
