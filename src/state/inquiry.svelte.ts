import type { Problem, Result } from '../model/problem';

export interface InquiryOptions {
  readonly signal: AbortSignal;
  /** Told the share of the work that is done. */
  readonly onProgress: (share: number) => void;
}

/**
 * A question that takes a while, apart from the plan's own run, and its answer. The old answer stays until the new one is
 * there; a newer question stops the older one, and what that one still says is passed over.
 */
export class Inquiry<Subject, Answer> {
  #answer = $state.raw<{ readonly of: Subject; readonly value: Answer }>();
  #asked = $state.raw<Subject>();
  #running = $state.raw(false);
  #done = $state.raw(0);
  #problems = $state.raw<readonly Problem[]>([]);
  #abort: AbortController | undefined;

  get answer(): Answer | undefined {
    return this.#answer?.value;
  }

  /** What the answer is of. */
  get answerOf(): Subject | undefined {
    return this.#answer?.of;
  }

  /** What was asked last, whether or not it has been answered. */
  get asked(): Subject | undefined {
    return this.#asked;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Share of the work done, while it runs. */
  get done(): number {
    return this.#done;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Asks about that subject. Resolves once it is answered, refused, or stopped. */
  async ask(of: Subject, question: (options: InquiryOptions) => Promise<Result<Answer>>): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#asked = of;
    this.#running = true;
    this.#done = 0;
    this.#problems = [];
    const onProgress = (share: number) => {
      if (!abort.signal.aborted) this.#done = share;
    };
    const result = await question({ signal: abort.signal, onProgress });
    if (abort.signal.aborted) return;
    this.#running = false;
    if (result.ok) this.#answer = { of, value: result.value };
    else this.#problems = result.problems;
  }

  /** Stops what is being asked; the last answer stays. */
  stop(): void {
    this.#abort?.abort();
    this.#running = false;
  }
}
