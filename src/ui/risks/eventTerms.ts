import type { RiskEffects } from '../../model/plan';

/** The words of the risk register, for the help beside them. */
export const eventTerms = {
  register: {
    word: 'Risk register',
    definition:
      'What may happen to the plan besides its everyday ups and downs. Each trial draws whether an event happens and in which of its months it begins; while it lasts, it multiplies what it changes for those it meets.',
  },
  probability: {
    word: 'Chance',
    definition: 'How likely it is to happen at all within its months. It happens once at the most.',
  },
  months: { word: 'Lasts', definition: 'How many months it acts from its beginning on.' },
} as const;

interface EffectTerm {
  readonly definition: string;
  readonly formula: string;
}

/** What each effect multiplies. */
export const effectTerms: Readonly<Record<keyof RiskEffects, EffectTerm>> = {
  intensity: {
    definition:
      'How many deals, or opportunities in a pipeline, come about. Type −20 % for one in five fewer.',
    formula: 'deals of a month × (1 + change)',
  },
  winRate: {
    definition:
      'The share of opportunities that is won. Roles without a pipeline close their deals at the same rate.',
    formula: 'won ÷ (won + lost) × (1 + change)',
  },
  dealSize: { definition: 'What each deal is worth.', formula: 'size of each deal × (1 + change)' },
  attrition: {
    definition: 'How readily people leave. +50 % makes leaving half as likely again in every month.',
    formula: 'monthly hazard × (1 + change)',
  },
  timeToFill: {
    definition: 'How long a seat stays vacant after somebody leaves.',
    formula: 'days vacant × (1 + change)',
  },
};
