import type { Problem } from '../model/problem';
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
  return {
    async run(plan, options = {}) {
      const asked = runner;
      const result = await asked.run(plan, options);
      if (asked === second || result.ok || !result.problems.some(({ code }) => code === 'no-workers'))
        return result;
      if (runner === first) {
        runner = second;
        onFallback(result.problems);
      }
      return second.run(plan, options);
    },
    dispose() {
      first.dispose();
      second.dispose();
    },
  };
}
