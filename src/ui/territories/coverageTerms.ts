/** How coverage enters the model, for the help beside its figures. */
export const coverageTerms = {
  coverage: {
    word: 'Coverage',
    definition:
      'Selling hours a year of the territory’s seats, all of them filled and ramped, against the hours that its accounts need. Vacancies and ramps take from it month by month in the run.',
    formula: 'coverage c = Σ selling hours a month × 12 ÷ workload',
  },
  yield: {
    word: 'Yield share',
    definition:
      'The share of the potential that this coverage brings in. With a curvature, the first hours bring the most, and people who wait for accounts bring little.',
    formula: 'g(c) = (1 − e^(−κc)) ÷ (1 − e^(−κ)); c itself where κ is 0',
  },
  curvature: {
    word: 'Curvature',
    definition:
      'How fast the yield of more coverage falls off. 0 is in proportion: half the hours bring half the potential, twice the hours twice. At 3, half the hours bring 82 %. A role may state its own.',
    formula: 'κ of g(c) = (1 − e^(−κc)) ÷ (1 − e^(−κ))',
  },
  shock: {
    word: 'Territory shock',
    definition:
      'How far a territory’s bookings move by themselves from one quarter to the next, apart from the market and from all other territories.',
    formula: 'factor of a quarter = lognormal of mean 1; this is the sd of its log',
  },
  potential: {
    word: 'Potential',
    definition:
      'Bookings a year to be had at full coverage. Left empty, its people sell at their role’s productivity, whatever the coverage.',
    formula: 'bookings a month = potential ÷ 12 × season × g(c)',
  },
  workload: {
    word: 'Workload',
    definition:
      'Selling hours a year that the accounts of the territory need for full coverage. Zero is covered by anybody’s presence.',
  },
} as const;
