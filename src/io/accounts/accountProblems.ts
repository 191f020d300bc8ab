import type { ProblemLog } from '../history/problemLog';

/** Every rule an import of accounts or of an assignment may report, with the words that head its list. */
export const ACCOUNT_RULES = [
  ['rows-above', 'Rows above the headings'],
  ['headings-missing', 'Tables without a row of headings'],
  ['columns-missing', 'Tables that lack a column'],
  ['column-id-missing', 'Tables without a column of ids'],
  ['columns-place-missing', 'Tables without a column of places'],
  ['cells-surplus', 'Rows with more cells than headings'],
  ['quote-malformed', 'Cells with a stray quote'],
  ['cell-error', 'Errors of the spreadsheet'],
  ['account-nameless', 'Rows without an id and a name'],
  ['text-cut', 'Texts that are too long'],
  ['id-duplicate', 'Accounts whose id was seen before'],
  ['id-rounded', 'Ids that a spreadsheet has rounded'],
  ['name-duplicate', 'Accounts without an id whose name was seen before'],
  ['place-swapped', 'Latitude and longitude swapped'],
  ['place-out-of-range', 'Coordinates that are on no map'],
  ['place-half', 'Half a pair of coordinates'],
  ['place-zero', 'Coordinates of zero'],
  ['postcode-zeros', 'Postcodes that had lost their zeros'],
  ['postcode-area', 'Postcodes placed by their first three digits'],
  ['postcode-unknown', 'Postcodes that are not known'],
  ['place-none', 'Accounts without a place'],
  ['measure-unit', 'Columns of measures with a unit'],
  ['measure-unreadable', 'Measures that cannot be read'],
  ['measure-negative', 'Measures below zero'],
  ['measure-too-large', 'Measures that are too large'],
  ['id-mended', 'Ids written otherwise than in the plan'],
  ['account-ambiguous', 'Names that several accounts have'],
  ['account-unknown', 'Rows of accounts that the plan does not have'],
  ['account-absent', 'Accounts that the file says nothing of'],
] as const;

export type AccountRule = (typeof ACCOUNT_RULES)[number][0];
export type AccountLog = ProblemLog<AccountRule>;
