import type { Plan } from '../model/plan';
import type { Problem, Result } from '../model/problem';
import { planId, type PlanId } from '../model/units';
import type { Runner } from '../runner/runner';
import type { PlanStore, StoredPlan } from '../storage/planStore';
import { Autosave } from './autosave.svelte';
import { makeCardAnswer } from './cardAnswer';
import { Forecast } from './forecast.svelte';
import { Library } from './library.svelte';
import { Notices } from './notices.svelte';
import { PlanEditor, type ChangeOptions } from './planEditor.svelte';

export const ROOMS = ['plans', 'outlook', 'team', 'data', 'share'] as const;
export type Room = (typeof ROOMS)[number];

/** Reads and writes links and plan files; given by the wiring, since this room knows neither compression nor formats. */
export interface PlanExchange {
  /** The address of a link that carries the plan. */
  makeLink(plan: Plan): Promise<Result<string>>;
  /** The longest fragment a link may have, in characters. */
  readonly linkLimit: number;
  writeFile(plan: Plan): { readonly name: string; readonly text: string };
  readFile(text: string): Result<Plan>;
}

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
      onConflict: (latest, mine) => void this.#keepBoth(latest, mine),
      onSaved: () => void this.library.refresh(),
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

  /** An edit by the user. A shared plan is first made the user's own. */
  change(label: string, edit: (plan: Plan) => Plan, options?: ChangeOptions): void {
    if (this.#shared) {
      this.notices.say('This plan came by a link and is read-only.', {
        label: 'Make it mine',
        run: () => void this.makeMine(),
      });
      return;
    }
    this.editor.change(label, edit, options);
  }

  undo(): void {
    if (!this.#shared) this.editor.undo();
  }

  redo(): void {
    if (!this.#shared) this.editor.redo();
  }

  /** Shows a plan that came by a link. Nothing is written. */
  async openShared(plan: Plan): Promise<void> {
    await this.autosave.flush();
    this.#shared = true;
    this.#show(plan);
  }

  /** Opens a kept plan. What was being edited is saved first. */
  async open(id: PlanId): Promise<boolean> {
    await this.autosave.flush();
    const stored = await this.#store.load(id);
    if (!stored.ok) {
      this.tell(stored.problems);
      return false;
    }
    this.#openStored(stored.value);
    return true;
  }

  /** Keeps a plan that is new here and opens it. */
  async adopt(plan: Plan, label: string, branchOf?: PlanId): Promise<boolean> {
    await this.autosave.flush();
    const added = await this.library.add(plan, label, branchOf);
    if (!added.ok) {
      this.tell(added.problems);
      return false;
    }
    return this.open(plan.id);
  }

  /** Makes a copy under a name of its own and opens it. */
  async branch(plan: Plan = this.plan, name = `${plan.name} (branch)`): Promise<boolean> {
    return this.adopt({ ...plan, id: planId(this.#newId()), name }, 'Branch', plan.id);
  }

  /** Makes a shared plan the user's own: same figures, an id of its own. */
  async makeMine(): Promise<boolean> {
    return this.adopt({ ...this.plan, id: planId(this.#newId()) }, 'Take over from a link');
  }

  /** A random id for a new plan. */
  newPlanId(): PlanId {
    return planId(this.#newId());
  }

  /** Renames any kept plan; the one on screen as an edit that can be undone. */
  async rename(id: PlanId, name: string): Promise<void> {
    if (id === this.plan.id && !this.#shared) {
      this.change('Rename the plan', (plan) => (plan.name === name ? plan : { ...plan, name }));
      return;
    }
    const renamed = await this.library.rename(id, name);
    if (!renamed.ok) this.tell(renamed.problems);
  }

  /** Takes a plan out of the library, with a way back. */
  async remove(id: PlanId, name: string): Promise<void> {
    if (id === this.plan.id) await this.autosave.flush();
    const removed = await this.library.remove(id);
    if (!removed.ok) {
      this.tell(removed.problems);
      return;
    }
    this.notices.say(`“${name}” was deleted.`, { label: 'Undo', run: () => void this.#restore(id) });
    const next = this.library.cards[0];
    if (id === this.plan.id && next) await this.open(next.id);
  }

  /** Brings back an earlier version of the plan on screen, as an edit that can be undone. */
  async restoreVersion(revision: number): Promise<void> {
    const version = await this.library.version(this.plan.id, revision);
    if (version.ok) this.change(`Restore version ${revision}`, () => version.value);
    else this.tell(version.problems);
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

  async #restore(id: PlanId): Promise<void> {
    const restored = await this.library.restore(id);
    if (!restored.ok) this.tell(restored.problems);
  }

  /** Another tab saved the plan on screen while it was edited here too: both are kept. */
  async #keepBoth(latest: StoredPlan, mine: Plan): Promise<void> {
    const name = `${mine.name} (edited in another tab)`;
    this.autosave.follow(latest);
    const kept = await this.branch(mine, name);
    if (kept)
      this.notices.say(`This plan was also edited in another tab. Your edits are kept as “${name}”.`, {
        label: 'Open the other',
        run: () => void this.open(latest.plan.id),
      });
  }

  async #changedElsewhere(id: PlanId, revision: number): Promise<void> {
    await this.library.refresh();
    if (this.#shared || id !== this.plan.id || this.autosave.dirty || revision <= this.autosave.revision) return;
    const stored = await this.#store.load(id);
    if (!stored.ok || this.autosave.dirty || id !== this.plan.id) return;
    this.autosave.follow(stored.value);
    this.#show(stored.value.plan);
  }
}
