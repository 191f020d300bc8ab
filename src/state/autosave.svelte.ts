import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { PlanId } from '../model/units';
import type { PlanStore, StoredPlan } from '../storage/planStore';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

export interface AutosaveEvents {
  /** Another tab saved this plan since it was opened here; nothing was written yet. */
  readonly onConflict: (latest: StoredPlan, mine: Plan) => void;
  readonly onSaved: (plan: Plan) => void;
}

/** How long edits are gathered before they are saved, in milliseconds: well within the second promised. */
export const SAVE_DELAY = 400;

/**
 * Saves the plan soon after each edit, one save at a time, each on the revision the edit was made
 * on, so that an edit made elsewhere is noticed and never overwritten.
 */
export class Autosave {
  #state = $state.raw<SaveState>('saved');
  #savedAt = $state.raw<string>();
  #problems = $state.raw<readonly Problem[]>([]);
  #revision = 0;
  #planId: PlanId | undefined;
  #branchOf: PlanId | undefined;
  #pending: { plan: Plan; label: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  readonly #store: PlanStore;
  readonly #events: AutosaveEvents;

  constructor(store: PlanStore, events: AutosaveEvents) {
    this.#store = store;
    this.#events = events;
  }

  get state(): SaveState {
    return this.#state;
  }

  get savedAt(): string | undefined {
    return this.#savedAt;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Whether there are edits that the store does not have yet. */
  get dirty(): boolean {
    return this.#state !== 'saved';
  }

  /** Begins to keep another plan, as the store has it. */
  follow(stored: StoredPlan): void {
    this.#cancelTimer();
    this.#pending = undefined;
    this.#planId = stored.plan.id;
    this.#revision = stored.revision;
    this.#branchOf = stored.branchOf;
    this.#savedAt = stored.savedAt;
    this.#state = 'saved';
    this.#problems = [];
  }

  /** Notes an edit; it is saved within `SAVE_DELAY`. */
  note(plan: Plan, label: string): void {
    this.#pending = { plan, label };
    if (this.#state !== 'saving') this.#state = 'waiting';
    this.#timer ??= setTimeout(() => void this.flush(), SAVE_DELAY);
  }

  /** Saves what is waiting, now. Resolves when the store has it or has refused it. */
  flush(): Promise<void> {
    this.#cancelTimer();
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  async #save(): Promise<void> {
    const pending = this.#pending;
    if (!pending || pending.plan.id !== this.#planId) return;
    this.#pending = undefined;
    this.#state = 'saving';
    const result = await this.#store.save(pending.plan, {
      baseRevision: this.#revision,
      label: pending.label,
      ...(this.#branchOf && { branchOf: this.#branchOf }),
    });
    if (pending.plan.id !== this.#planId) return;
    const newer = this.#newerThan();
    if (!result.ok) {
      this.#pending = newer ?? pending;
      this.#problems = result.problems;
      this.#state = 'failed';
    } else if (result.value.kind === 'conflict') {
      this.#state = 'waiting';
      this.#events.onConflict(result.value.latest, newer?.plan ?? pending.plan);
    } else {
      this.#revision = result.value.revision;
      this.#savedAt = result.value.savedAt;
      this.#problems = [];
      this.#state = newer ? 'waiting' : 'saved';
      this.#events.onSaved(pending.plan);
    }
  }

  /** An edit noted while a save was under way. */
  #newerThan(): { plan: Plan; label: string } | undefined {
    return this.#pending;
  }

  #cancelTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
