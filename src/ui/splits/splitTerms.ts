/** The words of splits, for the help beside them. */
export const splitTerms = {
  deviation: {
    word: 'Largest deviation',
    definition: 'How far the territory that is farthest from its fair share is above or below it.',
    formula: 'load of the territory ÷ mean load − 1',
  },
  cv: {
    word: 'Variation',
    definition: 'How far loads are apart in general. Zero where all territories weigh the same.',
    formula: 'standard deviation of loads ÷ their mean',
  },
  rms: {
    word: 'Reach',
    definition:
      'How far accounts are from the middle of their territory, weighed by the measure; far ones count more. In a straight line.',
    formula: '√(Σ weight × distance² ÷ Σ weight)',
  },
  home: {
    word: 'From home',
    definition:
      'How far accounts are from the home of the nearest rep of their territory, weighed by the measure, in a straight line. Territories whose reps have no home in the plan are left out.',
    formula: 'Σ weight × km ÷ Σ weight',
  },
  pieces: {
    word: 'In pieces',
    definition:
      'Territories that do not hang together: some of their accounts have only accounts of others as neighbours.',
  },
  bounds: {
    word: 'must move at least',
    definition:
      'The least share of the measure that has to change territory for all to be within the tolerance: the first wherever it may go, the second where accounts pass only between territories that touch as they are now.',
    formula: 'max(Σ excess, Σ deficit) ÷ total; least flow across borders ÷ total',
  },
  beats: {
    word: 'Beats',
    definition:
      'How often this split books more than the other in the same trial: the same people leave, the same luck is drawn, only the split differs. A tie counts half.',
  },
  reps: {
    word: 'Spread by rep',
    definition:
      'Mean attainment of the rep at the 10th and at the 90th percentile of all reps. Wide apart, the split is unfair to some whatever their luck.',
  },
} as const;
