/** The words of quotas, for the help beside them. */
export const quotaTerms = {
  source: {
    word: 'Where quotas come from',
    definition:
      'Stated: each seat has its own quota or its role’s. Handed down: the year’s target is shared out to regions, managers and seats, and stated quotas rest until you come back to them.',
  },
  allocation: {
    word: 'Shared out',
    definition:
      'Evenly: every seat of the year gets the same. By capacity: in proportion to what each would book, filled and ramped all year, its share of the territory’s potential or its role’s productivity.',
    formula: 'quota = layer’s quota × seat’s capacity ÷ all capacity',
  },
  overAssignment: {
    word: 'Over-assignment',
    definition:
      'How much more quota a layer carries than the one above asks of it, as a reserve for those who miss. 1 is none.',
    formula: 'Σ quotas of the layer ÷ quota of the layer above',
  },
  street: {
    word: 'On the street',
    definition:
      'All quota that seats carry, against what has to be booked. Managers’ and regions’ quotas are what they answer for, and are not part of it.',
    formula: 'Σ quotas of the seats ÷ target',
  },
  bottomUp: {
    word: 'Bottom-up',
    definition:
      'What the plan’s people are expected to book: the mean over all trials of the last run, with ramps, vacancies and the market in it. A raised quota does not raise it.',
    formula: 'Σ productivity × ramped rep equivalents, over the year',
  },
  relief: {
    word: 'Ramp relief',
    definition:
      'A ramping person’s quota is reduced to the ramp’s share, so that attainment asks of new people what they can do. Pay and chances follow.',
    formula: 'quota of a month = annual quota × season ÷ 12 × ramp share',
  },
  quota: {
    word: 'Quota',
    definition:
      'What it is held to in a whole year, before ramp relief and the months that a seat is vacant. A manager’s or region’s quota answers for the same bookings as the seats beneath: the two are never added.',
  },
  seatQuotas: { word: 'Its seats’ quotas', definition: 'The sum of the quotas of all seats beneath.' },
  expected: {
    word: 'Expected bookings',
    definition: 'Mean bookings in the year over all trials of the last run, vacant months included.',
  },
  gap: {
    word: 'Gap',
    definition:
      'Bottom-up less top-down: what people are expected to book, less the quota of this layer. Below zero, even the mean of the trials misses it. A raised quota widens the gap and closes none.',
    formula: 'expected bookings − quota',
  },
  mean: {
    word: 'Mean attainment',
    definition: 'Mean over the trials in which the seat had a quota.',
    formula: 'attainment = bookings ÷ quota',
  },
  median: {
    word: 'Median attainment',
    definition: 'Half the trials end above it. Below the mean where a few large deals carry the year.',
    formula: 'attainment = bookings ÷ quota',
  },
  atQuota: {
    word: 'Chance of quota',
    definition:
      'Share of trials in which the seat books its quota or more. For a team or a region the mean of its seats’ chances.',
    formula: 'trials with bookings ≥ quota ÷ trials with a quota',
  },
} as const;
