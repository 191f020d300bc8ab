import type { Runner } from '../../runner/runner';
import type { HireStep } from './hires';
import type { HireAnswer } from './question';

/** What is known so far. */
export interface HireProgress {
  /** 0 to 1, rising. */
  readonly done: number;
  readonly stage: 'sampling' | 'searching' | 'testing';
  /** The cheapest plan that reaches the chance in the search's trials, if there is one yet. */
  readonly best?: { readonly hires: readonly HireStep[]; readonly chance: number };
}

export interface HireSolver {
  readonly sample: Runner['sample'];
  readonly pause: () => Promise<void>;
  /** Stops the search; what has been found is tested and told all the same. */
  readonly finish?: AbortSignal;
  /** Gives up. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: HireProgress) => void;
  /** Told of the answer as soon as it stands, before the frontier around it has been tested. */
  readonly onAnswer?: (answer: HireAnswer) => void;
}
