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
import type { Room, RoomPart } from './rooms';
import { SpreadStudy } from './spreadStudy.svelte';

export interface SessionParts {
  readonly store: PlanStore;
  /** Why plans are kept for this visit only, where the device cannot keep them. */
  readonly storeProblems: readonly Problem[];
  readonly runner: Runner;
  readonly exchange: PlanExchange;
  /** A random id for a new plan. */
  readonly newId: () => string;
  /** Lets the page paint and answer in the middle of long work on its own thread. */
  readonly pause?: () => Promise<void>;
}

/**
 * The plan on screen: its editor, its forecast and its keeping. A plan that came by a link is
 * `shared`: it is shown and run as it came, and edited only once it was made the reader's own.
 */
export abstract class Desk {
  /** For questions besides the plan's own run. */
  readonly runner: Runner;
  readonly editor: PlanEditor;
  readonly forecast: Forecast;
  readonly spread: SpreadStudy;
  readonly library: Library;
  readonly autosave: Autosave;
  readonly notices = new Notices();
  readonly pause: () => Promise<void>;
  readonly exchange: PlanExchange;
  readonly storeProblems: readonly Problem[];
  #room = $state<Room>('outlook');
  #part = $state<RoomPart>();
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
    this.runner = parts.runner;
    this.pause = parts.pause ?? (() => new Promise((resolve) => setTimeout(resolve)));
    this.forecast = new Forecast(parts.runner, (plan, summary) => {
      const answer = makeCardAnswer(summary);
      if (answer && !this.#shared && plan === this.editor.plan) void this.library.noteAnswer(plan.id, answer);
    });
    this.spread = new SpreadStudy(parts.runner, () => this.forecast.running);
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

  /** The part of the room; undefined in the one that it opens with. */
  get part(): RoomPart | undefined {
    return this.#part;
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

  go(room: Room, part?: RoomPart): void {
    this.#room = room;
    this.#part = part;
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
    if (!(await this.settle()) || ticket !== this.#opening) return false;
    this.#shared = true;
    this.#show(plan);
    return true;
  }

  /** Opens a kept plan. What was being edited is saved first; while that fails, it stays. */
  async open(id: PlanId): Promise<boolean> {
    const ticket = ++this.#opening;
    for (;;) {
      if (!(await this.settle())) return false;
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

  /** Whether this kept plan is the one on screen. */
  isOpen(id: PlanId): boolean {
    return this.#opened && !this.#shared && id === this.plan.id;
  }

  /** Makes a shared plan the reader's own. */
  abstract makeMine(): Promise<boolean>;

  /** A random id for a new plan. */
  newPlanId(): PlanId {
    return planId(this.#newId());
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

  /** Takes the plan off the screen: it was deleted. */
  protected close(): void {
    this.autosave.unfollow();
    this.#opened = false;
    this.forecast.clear();
    this.go('plans');
  }

  /** Saves what is being edited; false while the store refuses it, and then the plan must stay on screen. */
  protected async settle(): Promise<boolean> {
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
