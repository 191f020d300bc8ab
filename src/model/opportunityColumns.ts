import type { PasteColumn } from './pasteColumns';

export type OpportunityColumn = 'seat' | 'amount' | 'age' | 'chance' | 'stage' | 'name' | 'created';

/** What a pasted row of an open opportunity can hold, in the order that a block without headings is read in. */
export const opportunityColumns: readonly PasteColumn<OpportunityColumn>[] = [
  { id: 'seat', label: 'Seat', words: ['seller', 'owner', 'rep', 'sales rep', 'opportunity owner', 'agent'] },
  { id: 'amount', label: 'Amount', words: ['value', 'deal size', 'deal value', 'opportunity amount', 'acv'] },
  { id: 'age', label: 'Age', words: ['age days', 'days open', 'days', 'age in days'] },
  { id: 'stage', label: 'Stage', words: ['stage name', 'sales stage', 'deal stage'] },
  { id: 'chance', label: 'Probability', words: ['chance', 'win probability', 'probability %', 'likelihood'] },
  { id: 'name', label: 'Name', words: ['opportunity', 'opportunity name', 'account', 'deal', 'deal name'] },
  {
    id: 'created',
    label: 'Created',
    words: ['created date', 'create date', 'created on', 'opened', 'open date'],
  },
];
