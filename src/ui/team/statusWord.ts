import type { Occupant } from '../../model/plan';

const WORDS: Readonly<Record<Occupant['kind'], string>> = {
  incumbent: 'Filled',
  planned: 'Planned',
  transfer: 'Transfer',
};

/** How the first person comes into a seat, in a word. */
export const statusWord = (kind: Occupant['kind']): string => WORDS[kind];
