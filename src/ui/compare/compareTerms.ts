/** Terms of the comparison, with their formulas. */
export const compareTerms = {
  beats: {
    word: 'Books more',
    definition:
      'The share of trials in which this plan books more than the first one in the same trial: the same market, the same people’s luck. A tie counts half.',
    formula: '(trials above + ½ trials equal) ÷ trials',
  },
  difference: {
    word: 'Paired difference',
    definition:
      'Each trial is lived by both plans with the same chance, and their figures are subtracted. What is common to both drops out, so the difference is known better than either figure.',
    formula: 'mean of (plan − first plan) ± 1.96 standard errors',
  },
  chance: {
    word: 'Chance of target',
    definition:
      'The share of trials with bookings at or above the plan’s target. Its difference to the first plan’s rests on the trials in which one of them makes its target and the other does not.',
    formula: '(trials gained − trials lost) ÷ trials',
  },
  range: {
    word: '80 % range',
    definition:
      'Eight trials in ten end between these two figures; one in ten ends below and one in ten above.',
    formula: '10th to 90th percentile of the trials',
  },
  contribution: {
    word: 'Contribution',
    definition: 'What is left of the bookings after the cost of serving them and of the team.',
    formula: 'bookings × gross margin − cost',
  },
  most: {
    word: 'Books most of all',
    definition:
      'The share of trials in which this plan books most of all plans compared; plans that tie share the trial.',
  },
  shapley: {
    word: 'averaged over the orders',
    definition:
      'What a change adds depends on what was changed before it: lower attrition is worth more once there are more people. So it is switched on in every order, and what it adds is averaged. The parts then add up to the whole difference.',
    formula: 'Shapley value of each group of assumptions',
  },
} as const;
