import { runTornado, type TornadoAnswer } from '../decide/tornado/runTornado';
import { bySway } from '../decide/tornado/sway';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { PeriodId } from '../model/units';
import type { Runner } from '../runner/runner';
import type { Session } from './session.svelte';

/** The tornado of a plan: bars appear as they are found; the answer stays until the next one has begun. */
export class Tornado {
  #answer = $state.raw<TornadoAnswer>();
  #answerOf = $state.raw<Plan>();
  #running = $state.raw(false);
  #problems = $state.raw<readonly Problem[]>([]);
  #abort: AbortController | undefined;
  readonly #runner: Runner;
  readonly #onDone: Session['noteInfluence'];

  /** `onDone` is told which levers sway a plan most. */
  constructor(runner: Runner, onDone: Session['noteInfluence']) {
    this.#runner = runner;
    this.#onDone = onDone;
  }

  get answer(): TornadoAnswer | undefined {
    return this.#answer;
  }

  /** The plan that the answer is of. */
  get answerOf(): Plan | undefined {
    return this.#answerOf;
  }

  get running(): boolean {
    return this.#running;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Bars found, of all; what is on screen may be an older answer's. */
  get done(): number {
    return this.#answer && this.#answer.inputs > 0 ? this.#answer.bars.length / this.#answer.inputs : 0;
  }

  async run(plan: Plan, period: PeriodId): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#running = true;
    this.#problems = [];
    const show = (answer: TornadoAnswer) => {
      if (abort.signal.aborted) return;
      this.#answer = answer;
      this.#answerOf = plan;
    };
    const result = await runTornado(plan, period, {
      sample: (each, options) => this.#runner.sample(each, options),
      signal: abort.signal,
      onBar: show,
    });
    if (abort.signal.aborted) return;
    this.#running = false;
    if (!result.ok) {
      this.#problems = result.problems;
      return;
    }
    show(result.value);
    const bars = bySway(result.value.bars, result.value.target === undefined ? 'bookings' : 'chance');
    this.#onDone(
      plan.id,
      bars.flatMap(({ lever }) => (lever === undefined ? [] : [lever])),
    );
  }

  /** Stops; the bars found so far stay. */
  stop(): void {
    this.#abort?.abort();
    this.#running = false;
  }
}
