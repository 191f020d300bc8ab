import type { Plan } from '../model/plan';
import type { PlanId } from '../model/units';

interface Step {
  readonly label: string;
  readonly plan: Plan;
}

export interface ChangeOptions {
  /** Consecutive changes with the same key (a drag, a slider) are one step of undo. */
  readonly mergeKey?: string;
}

/**
 * The plan being edited, with its history. Plans are immutable and share structure, so a step of
 * undo is the plan as it was.
 */
export class PlanEditor {
  #plan = $state.raw<Plan>() as Plan;
  #past = $state.raw<readonly Step[]>([]);
  #future = $state.raw<readonly Step[]>([]);
  #lastLabel = $state.raw('');
  #mergeKey: string | undefined;
  readonly #onChange: (plan: Plan, label: string) => void;

  /** `onChange` is told of every change, undo and redo, not of `load`. */
  constructor(plan: Plan, onChange: (plan: Plan, label: string) => void = () => undefined) {
    this.#plan = plan;
    this.#onChange = onChange;
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** What undo would take back, in words; undefined when there is nothing. */
  get undoLabel(): string | undefined {
    return this.#past.at(-1)?.label;
  }

  get redoLabel(): string | undefined {
    return this.#future.at(-1)?.label;
  }

  /** What the last change did, in words. */
  get lastLabel(): string {
    return this.#lastLabel;
  }

  /** Puts another plan in place, with no history. */
  load(plan: Plan): void {
    this.#plan = plan;
    this.#past = [];
    this.#future = [];
    this.#lastLabel = '';
    this.#mergeKey = undefined;
  }

  /** Gives the plan and its whole history another id, and the plan on screen another name. */
  become(id: PlanId, name: string): void {
    const rekey = (step: Step): Step => ({ ...step, plan: { ...step.plan, id } });
    this.#past = this.#past.map(rekey);
    this.#future = this.#future.map(rekey);
    this.#plan = { ...this.#plan, id, name };
    this.#mergeKey = undefined;
  }

  /** Applies an edit. An edit that returns the same plan changes nothing. */
  change(label: string, edit: (plan: Plan) => Plan, options: ChangeOptions = {}): void {
    const before = this.#plan;
    const after = edit(before);
    if (after === before) return;
    const merges = options.mergeKey !== undefined && options.mergeKey === this.#mergeKey;
    if (!merges) this.#past = [...this.#past, { label, plan: before }];
    this.#future = [];
    this.#mergeKey = options.mergeKey;
    this.#settle(after, label);
  }

  /** Ends a drag: the next change is a step of its own. */
  endMerge(): void {
    this.#mergeKey = undefined;
  }

  undo(): void {
    const step = this.#past.at(-1);
    if (!step) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, { label: step.label, plan: this.#plan }];
    this.#mergeKey = undefined;
    this.#settle(step.plan, `Undo: ${step.label}`);
  }

  redo(): void {
    const step = this.#future.at(-1);
    if (!step) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, { label: step.label, plan: this.#plan }];
    this.#mergeKey = undefined;
    this.#settle(step.plan, `Redo: ${step.label}`);
  }

  #settle(plan: Plan, label: string): void {
    this.#plan = plan;
    this.#lastLabel = label;
    this.#onChange(plan, label);
  }
}
