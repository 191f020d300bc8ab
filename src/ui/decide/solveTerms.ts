import type { TermWords } from '../kit/termWords';

/** Words of the Solve part. */
export const solveTerms = {
  chance: {
    word: 'Chance wanted',
    definition: 'The share of trials in which bookings must reach the target or more.',
    formula: 'P(bookings ≥ target) ≥ p',
  },
  spare: {
    word: 'Spare',
    definition:
      'What the answer has least of: mean cost over the plan’s horizon (pay, benefits, recruiting), or new people.',
  },
  budget: {
    word: 'Hires may cost',
    definition:
      'Most that the new people may cost over the plan’s horizon, as a mean over trials; leave it empty for no limit.',
    formula: 'mean cost with the hires − mean cost without them',
  },
  perMonth: {
    word: 'Most a month',
    definition: 'Most new people of one role who may start in one month.',
  },
  most: {
    word: 'Most of a role',
    definition: 'Most new people of this role over all months; 0 leaves the role out.',
  },
  frontier: {
    word: 'Frontier',
    definition:
      'Plans that no other tested one beats in both cost and chance. Chances are those of the trials that the search has not seen.',
  },
  safeTarget: {
    word: 'Safe target',
    definition: 'The largest target that is reached with the chance wanted, with the plan as it is.',
    formula: 'largest T with P(bookings ≥ T) ≥ p, by an order statistic of the trials, 95 % sure',
    source: 'David & Nagaraja 2003, Order Statistics, 7.1',
  },
} as const satisfies Record<string, TermWords>;
