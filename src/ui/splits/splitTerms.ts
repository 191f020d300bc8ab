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
      'How far what a territory holds is from its middle, weighed by the measure; what is far counts more. In a straight line.',
    formula: '√(Σ weight × distance² ÷ Σ weight)',
  },
  home: {
    word: 'From home',
    definition:
      'How far what a territory holds is from the home of the nearest of its reps, weighed by the measure, in a straight line. Territories whose reps have no home in the plan are left out.',
    formula: 'Σ weight × km ÷ Σ weight',
  },
  pieces: {
    word: 'In pieces',
    definition:
      'Territories that do not hang together: some of what they hold has only what others hold for neighbours.',
  },
  bounds: {
    word: 'must move at least',
    definition:
      'The least share of the measure that has to change territory for all to be within the tolerance: the first wherever it may go, the second where it passes only between territories that touch as they are now.',
    formula: 'max(Σ excess, Σ deficit) ÷ total; least flow across borders ÷ total',
  },
  moved: {
    word: 'Moved',
    definition:
      'What changes territory against the split that it is held against. What gains or loses its territory counts as moved.',
    formula: 'measure of what moved ÷ all of it',
  },
  least: {
    word: 'Must move at least',
    definition:
      'The least that has to move from the other split for territories to be as even as they are here, wherever it may go; and what it comes to where it passes only between territories that touch there, which is a guide and no bound.',
    formula: 'max(Σ excess, Σ deficit) ÷ total; least flow across borders ÷ total',
  },
  within: {
    word: 'Within tolerance',
    definition: 'Territories whose deviation is no more than the tolerance of the design.',
  },
  unassigned: {
    word: 'In no territory',
    definition: 'What no territory has: nobody sells to it, and it adds nothing to what is expected.',
  },
  compactness: {
    word: 'Compactness',
    definition: 'How much of the circle with the same outline a territory fills, on average (Polsby–Popper).',
    formula: '4π × area ÷ perimeter²',
  },
  travel: {
    word: 'Travel',
    definition:
      'From the middle of a territory to what it holds, in a straight line and weighed by the measure: on average, and how far the farthest tenth is at least.',
  },
  chance: {
    word: 'Makes target',
    definition: 'How often bookings are at or above the target of the year, with its standard error.',
  },
  expected: {
    word: 'Expected bookings',
    definition:
      'Mean of the year’s bookings over all trials; below it the range that four in five trials fall into.',
  },
  gain: {
    word: 'More than the other',
    definition:
      'Expected bookings less those of the split it is held against, trial by trial, and below it half of the 95 % interval of that mean. The same people leave, the same luck is drawn, only the split differs.',
  },
  downside: {
    word: 'Worst tenth',
    definition: 'Bookings on average in the tenth of trials that book least (expected shortfall at 10 %).',
  },
  atQuota: {
    word: 'Seats at quota',
    definition: 'How many seats reach their quota, on average, of those that have one.',
  },
  beats: {
    word: 'Books more',
    definition:
      'How often this split books more than the other in the same trial: the same people leave, the same luck is drawn, only the split differs. A tie counts half.',
  },
  reps: {
    word: 'Spread by rep',
    definition:
      'Mean attainment of the rep at the 10th and at the 90th percentile of all reps. Wide apart, the split is unfair to some whatever their luck.',
  },
} as const;
