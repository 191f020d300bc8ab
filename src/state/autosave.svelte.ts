import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { PlanId } from '../model/units';
import type { PlanStore, StoredPlan } from '../storage/planStore';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

export interface AutosaveEvents {
  /**
   * Another tab saved this plan since it was opened here; nothing was written. Must `follow` some plan
   * before it returns: until then nothing more is saved.
   */
  readonly onConflict: (latest: StoredPlan) => void;
  readonly onSaved: (plan: Plan) => void;
  /** The first of a row of refusals; saving is tried again by itself. */
  readonly onFailed?: (problems: readonly Problem[]) => void;
}

interface Edit {
  readonly plan: Plan;
  readonly label: string;
}

/** How long edits are gathered before they are saved, in milliseconds: well within the second promised. */
export const SAVE_DELAY = 400;
/** How long after a refusal saving is tried again, in milliseconds. */
export const RETRY_DELAY = 5000;

/**
 * Saves the plan soon after each edit, one save at a time, each on the revision the edit was made
 * on, so that an edit made elsewhere is noticed and never overwritten. A refused edit is kept and
 * tried again until the store takes it.
 */
export class Autosave {
  #state = $state.raw<SaveState>('saved');
  #savedAt = $state.raw<string>();
  #problems = $state.raw<readonly Problem[]>([]);
  #revision = 0;
  #planId: PlanId | undefined;
  #branchOf: PlanId | undefined;
  #pending: Edit | undefined;
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

  /** Begins to keep another plan, as the store has it; edits still waiting are forgotten. */
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

  /** Keeps no plan any more: what is on screen was removed. */
  unfollow(): void {
    this.#cancelTimer();
    this.#pending = undefined;
    this.#planId = undefined;
    this.#state = 'saved';
    this.#problems = [];
  }

  /** Notes an edit of the plan that is followed; it is saved within `SAVE_DELAY`. */
  note(plan: Plan, label: string): void {
    if (plan.id !== this.#planId) return;
    this.#pending = { plan, label };
    if (this.#state === 'failed') this.#cancelTimer();
    if (this.#state !== 'saving') this.#state = 'waiting';
    this.#schedule(SAVE_DELAY);
  }

  /** Saves what is waiting, now. Resolves when the store has it or has refused it. */
  flush(): Promise<void> {
    this.#cancelTimer();
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  async #save(): Promise<void> {
    const edit = this.#pending;
    if (!edit) return;
    this.#pending = undefined;
    this.#state = 'saving';
    const result = await this.#store.save(edit.plan, {
      baseRevision: this.#revision,
      label: edit.label,
      ...(this.#branchOf && { branchOf: this.#branchOf }),
    });
    // The user may have gone on to another plan meanwhile.
    if (edit.plan.id !== this.#planId) return;
    if (!result.ok) this.#refused(edit, result.problems);
    else if (result.value.kind === 'conflict') {
      this.#state = 'waiting';
      this.#events.onConflict(result.value.latest);
    } else {
      this.#revision = result.value.revision;
      this.#savedAt = result.value.savedAt;
      this.#problems = [];
      this.#state = this.#newest(edit) === edit ? 'saved' : 'waiting';
      this.#events.onSaved(edit.plan);
    }
  }

  #refused(edit: Edit, problems: readonly Problem[]): void {
    const first = this.#problems.length === 0;
    this.#pending = this.#newest(edit);
    this.#problems = problems;
    this.#state = 'failed';
    this.#schedule(RETRY_DELAY);
    if (first) this.#events.onFailed?.(problems);
  }

  /** The edit noted while this one was being saved, or else this one. */
  #newest(edit: Edit): Edit {
    return this.#pending ?? edit;
  }

  #schedule(delay: number): void {
    this.#timer ??= setTimeout(() => void this.flush(), delay);
  }

  #cancelTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
