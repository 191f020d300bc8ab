import { runTornado, type TornadoAnswer } from '../decide/tornado/runTornado';
import { bySway } from '../decide/tornado/sway';
import type { Plan } from '../model/plan';
import type { PeriodId } from '../model/units';
import type { Runner } from '../runner/runner';
import { Inquiry } from './inquiry.svelte';
import type { Session } from './session.svelte';

/** The tornado of a plan: bars appear as they are found. */
export class Tornado extends Inquiry<Plan, TornadoAnswer> {
  readonly #runner: Runner;
  readonly #onDone: Session['noteInfluence'];

  /** `onDone` is told which levers sway a plan most. */
  constructor(runner: Runner, onDone: Session['noteInfluence']) {
    super();
    this.#runner = runner;
    this.#onDone = onDone;
  }

  /** Bars found, of all; what is on screen may be an older answer's. */
  override get done(): number {
    const { answer } = this;
    return answer && answer.inputs > 0 ? answer.bars.length / answer.inputs : 0;
  }

  async run(plan: Plan, period: PeriodId): Promise<void> {
    const found = await this.ask(plan, ({ signal, onAnswer }) =>
      runTornado(plan, period, {
        sample: (each, options) => this.#runner.sample(each, options),
        signal,
        onBar: onAnswer,
      }),
    );
    if (!found) return;
    const bars = bySway(found.bars, found.target === undefined ? 'bookings' : 'chance');
    this.#onDone(
      plan.id,
      bars.flatMap(({ lever }) => (lever === undefined ? [] : [lever])),
    );
  }
}
