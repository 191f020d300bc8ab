import type { Problem, Result } from '../model/problem';

export interface InquiryOptions<Answer> {
  readonly signal: AbortSignal;
  /** Told the share of the work that is done. */
  readonly onProgress: (share: number) => void;
  /** Given an answer that is not yet complete; a later one takes its place. */
  readonly onAnswer: (answer: Answer) => void;
}

/**
 * A question that takes a while, apart from the plan's own run, and its answer. The old answer stays until the new one has
 * begun; a newer question stops the older one, and what that one still says is passed over.
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

  /** Asks about that subject. Resolves to the complete answer, or to nothing where it is refused or stopped. */
  async ask(
    of: Subject,
    question: (options: InquiryOptions<Answer>) => Promise<Result<Answer>>,
  ): Promise<Answer | undefined> {
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
    const onAnswer = (value: Answer) => {
      if (!abort.signal.aborted) this.#answer = { of, value };
    };
    const result = await question({ signal: abort.signal, onProgress, onAnswer });
    if (abort.signal.aborted) return undefined;
    this.#running = false;
    if (!result.ok) {
      this.#problems = result.problems;
      return undefined;
    }
    onAnswer(result.value);
    return result.value;
  }

  /** Stops what is being asked; the last answer stays, complete or not. */
  stop(): void {
    this.#abort?.abort();
    this.#running = false;
  }
}
