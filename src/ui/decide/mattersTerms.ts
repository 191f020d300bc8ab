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
  shares: {
    word: 'Variance shares',
    definition:
      'How much of the variance of bookings each source of chance makes: by itself (Sobol, first order), and with all that it makes together with others (total). Where nothing acts together, the parts by themselves add up to 100 %.',
    formula:
      'by itself: Var(E[bookings | source]) ÷ Var(bookings); total: 1 − Var(E[bookings | all others]) ÷ Var(bookings)',
    source:
      'Pick and freeze: Sobol 1993; Saltelli et al. 2010, Computer Physics Communications 181. Estimator and error: Janon et al. 2014, ESAIM: Probability and Statistics 18',
  },
} as const satisfies Record<string, TermWords>;
