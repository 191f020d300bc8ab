/** The words of the open pipeline, for the help beside them. */
export const pipelineTerms = {
  weighted: {
    word: 'Weighted amount',
    definition: 'What the opportunities bring on average: each amount by its chance.',
    formula: 'Σ amount × chance',
  },
  chance: {
    word: 'Chance',
    definition: 'Its own probability where it has one, else its stage’s win rate, else its role’s.',
    formula: 'won ÷ (won + lost)',
  },
  winRate: {
    word: 'Win rate of a stage',
    definition: 'Of the opportunities that ever were in this stage and are decided, the share that was won.',
    formula: 'won ÷ (won + lost)',
  },
  age: {
    word: 'Age',
    definition:
      'Days since it was created, at the plan’s start. It closes after what is then left of its role’s sales cycle.',
  },
} as const;
