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
  free: {
    word: 'must move at least',
    definition:
      'The least share of the measure that has to change territory for all to be within the tolerance, wherever it goes: territories may lie in pieces.',
    formula: 'max(Σ excess, Σ deficit) ÷ total',
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
      'The least that has to move from the other split for territories to be as even as they are here, wherever it may go; and what it comes to where it passes only between territories that touch there, which is a guide and no bound, and left out of a split that may lie in pieces.',
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
    word: 'Chance of the target',
    definition:
      'How often bookings of the year are at or above its target, of all simulated years; below it the standard error, in points.',
  },
  expected: {
    word: 'Expected bookings',
    definition:
      'Bookings of the year, on average over all simulated years; below it the range that four in five of them fall into.',
  },
  gain: {
    word: 'Books more by',
    definition:
      'Expected bookings less those of the split it is held against, and below it half of the 95 % interval: a smaller difference could be chance. Year by year the same people leave and the same luck is drawn; only the split differs, and who works what where seats are spread.',
  },
  downside: {
    word: 'Worst tenth',
    definition:
      'Bookings on average in the tenth of simulated years that book least (expected shortfall at 10 %); below it the standard error.',
  },
  atQuota: {
    word: 'Seats at quota',
    definition: 'How many seats reach their quota in a year, on average, of those that have one.',
  },
  beats: {
    word: 'Books more often',
    definition:
      'In how many simulated years this split books more than the one it is held against: the same people leave, the same luck is drawn. A tie counts half, so that 50 % is neither better nor worse. Below it the standard error, in points.',
  },
  seats: {
    word: 'Seats',
    definition:
      'Selling seats that work this split while it is judged, and how many of them are in another territory for it than in the plan. Spread, territories have as many as their share, one at least where seats suffice; quotas, roles and ramps stay with the seats.',
    formula: 'seats × load of the territory ÷ load of all, by largest remainder',
  },
  reps: {
    word: 'Spread by rep',
    definition:
      'What reps attain of their quota on average, luck evened out: the rep at the 10th percentile of all, and the one at the 90th; below, how many reps and the standard deviation between them. Wide apart, the split is unfair to some whatever their luck.',
  },
} as const;
