import type { TermWords } from '../kit/termWords';

/** Words of the part What matters. */
export const mattersTerms = {
  tornado: {
    word: 'Tornado',
    definition:
      'A bar for each uncertain input, from what is seen with it at its low to what is seen with it at its high, the widest on top. What inputs do together is not in it: see the shares below.',
    formula: 'difference trial by trial, both ends under the same chance (common random numbers)',
    source: 'Eschenbach 1992, Interfaces 22, 40–46',
  },
} as const satisfies Record<string, TermWords>;
