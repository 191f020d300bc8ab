import type { ProblemLog } from '../history/problemLog';

/** Every rule that areas on their way in may report, with the words that head its list. */
export const AREA_RULES = [
  ['area-unknown', 'Areas that are not known'],
  ['area-duplicate', 'Areas that have a row already'],
  ['code-zeros', 'Codes that had lost their zeros'],
  ['measure-unusable', 'Measures that cannot be used'],
  ['area-outside', 'Accounts outside every area'],
  ['account-placeless', 'Accounts without a place'],
  ['value-unknown', 'Accounts whose measure is not known'],
] as const;

export type AreaRule = (typeof AREA_RULES)[number][0];
export type AreaLog = ProblemLog<AreaRule>;
