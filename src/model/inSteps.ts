/** Work that may be laid down between its steps; each is short. */
export type Steps<Outcome> = Generator<void, Outcome, void>;

/** All of the work at once. */
export function atOnce<Outcome>(steps: Steps<Outcome>): Outcome {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The work with a pause after each step, in which the page paints and answers. */
export async function withPauses<Outcome>(
  steps: Steps<Outcome>,
  pause: () => Promise<void>,
): Promise<Outcome> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}
