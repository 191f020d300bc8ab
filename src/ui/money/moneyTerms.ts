/** The words of cost and contribution, for the help beside them. */
export const moneyTerms = {
  margin: {
    word: 'Gross margin',
    definition: 'Share of bookings left after the cost of serving them. The contribution is counted from it.',
    formula: 'contribution = bookings × gross margin − cost',
  },
  budget: {
    word: 'Budget',
    definition:
      'The most that the plan’s people may cost in a fiscal year. It changes nothing that happens: it is what the cost is held against.',
  },
  cost: {
    word: 'Cost',
    definition:
      'Base pay for the days that seats are filled, variable pay by attainment, benefits, recruiting, severance and other cost per head: the mean over all trials, and beneath it what eight in ten of them stay in.',
    formula: 'base + variable × payout + benefits × base + recruiting × starts + other',
  },
  contribution: {
    word: 'Contribution',
    definition:
      'What bookings leave once they are served and the plan’s people are paid: the mean over all trials, and beneath it what eight in ten of them stay in.',
    formula: 'bookings × gross margin − cost',
  },
  within: {
    word: 'Within budget',
    definition:
      'The share of trials in which the year’s cost stays within the budget, and how far the expected cost is from it.',
    formula: 'trials with cost ≤ budget ÷ trials',
  },
} as const;
