import type { Problem, Result } from '../model/problem';
import type { Runner } from './runner';

/**
 * Runs on `first`, and on `second` from the moment that `first` finds no workers; `onFallback` is then
 * told why, once.
 */
export function makeFallbackRunner(
  first: Runner,
  second: Runner,
  onFallback: (problems: readonly Problem[]) => void = () => undefined,
): Runner {
  let runner = first;

  async function ask<Value>(use: (runner: Runner) => Promise<Result<Value>>): Promise<Result<Value>> {
    const asked = runner;
    const result = await use(asked);
    if (asked === second || result.ok || !result.problems.some(({ code }) => code === 'no-workers'))
      return result;
    if (runner === first) {
      runner = second;
      onFallback(result.problems);
    }
    return use(second);
  }

  return {
    run: (plan, options) => ask((runner) => runner.run(plan, options)),
    sample: (plan, options) => ask((runner) => runner.sample(plan, options)),
    replay: (plan, trial, options) => ask((runner) => runner.replay(plan, trial, options)),
    dispose() {
      first.dispose();
      second.dispose();
    },
  };
}
