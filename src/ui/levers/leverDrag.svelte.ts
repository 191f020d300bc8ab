import type { Plan } from '../../model/plan';
import { mainPeriod } from '../../state/cardAnswer';
import type { Session } from '../../state/session.svelte';
import type { PeriodSummary, Probability } from '../../stats/summary';

/** What a lever is called, besides the plan's own levers. */
export type LeverName = keyof Plan['levers'] | 'market' | 'all';

interface Baseline {
  readonly lever: LeverName;
  readonly chance: Probability;
}

/**
 * The chance of the main target as levers move. `baseline` is what it was when the lever last moved began to
 * move; moves of the same lever go on from there, any other edit of the plan forgets it.
 */
export class LeverDrag {
  #baseline = $state.raw<Baseline>();
  #lever: LeverName | undefined;
  #after = $state.raw<Plan>();
  readonly #session: Session;
  readonly period = $derived.by((): PeriodSummary | undefined => {
    const { summary } = this.#session.forecast;
    return summary && mainPeriod(summary);
  });

  constructor(session: Session) {
    this.#session = session;
  }

  get baseline(): Baseline | undefined {
    return this.#after === this.#session.plan ? this.#baseline : undefined;
  }

  /** Moves a lever; moves without a `settle` between them are one step of undo. */
  move(lever: LeverName, label: string, edit: (plan: Plan) => Plan): void {
    const session = this.#session;
    if (this.#lever !== lever || this.#after !== session.plan) {
      const chance = session.forecast.stale ? undefined : this.period?.chance;
      this.#baseline = chance && { lever, chance };
    }
    session.change(label, edit, { mergeKey: `lever ${lever}` });
    this.#lever = lever;
    this.#after = session.plan;
  }

  settle(): void {
    this.#session.editor.endMerge();
  }
}
