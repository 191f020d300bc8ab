/** What a CRM export says once it is read: the records that `io` makes of files and `calibrate` makes a plan of. */
import type { IsoDate, Money } from './units';

export type Outcome = 'won' | 'lost' | 'open';

export interface Opportunity {
  readonly id: string;
  /** Name of a seller in `SalesHistory.sellers`; absent where the owner is blank or a robot. */
  readonly seller?: string;
  readonly outcome: Outcome;
  readonly created?: IsoDate;
  /** When it was won or lost; for open ones the expected day. */
  readonly closed?: IsoDate;
  readonly amount?: Money;
  readonly product?: string;
  readonly account?: string;
}

export interface Seller {
  /** Unique among the sellers of a history. */
  readonly name: string;
  readonly manager?: string;
  readonly region?: string;
  readonly segment?: string;
  readonly hired?: IsoDate;
  readonly annualQuota?: Money;
}

export interface Product {
  readonly name: string;
  readonly listPrice?: Money;
}

/** What a column of a file can mean. */
export type ColumnRole =
  | 'id'
  | 'name'
  | 'account'
  | 'seller'
  | 'sellerId'
  | 'firstName'
  | 'lastName'
  | 'product'
  | 'listPrice'
  | 'stage'
  | 'isWon'
  | 'isClosed'
  | 'isDeleted'
  | 'created'
  | 'closed'
  | 'expectedClose'
  | 'amount'
  | 'manager'
  | 'region'
  | 'segment'
  | 'hired'
  | 'quota';

export type FileKind = 'opportunities' | 'sellers' | 'products' | 'unrecognised';

export interface FileColumn {
  readonly heading: string;
  /** What it was read as; absent where it is not used. */
  readonly role?: ColumnRole;
  /** Up to three of its values, as they stand in the file. */
  readonly samples: readonly string[];
}

export interface FileReport {
  readonly name: string;
  readonly kind: FileKind;
  /** Rows below the header, blank ones not counted. */
  readonly rows: number;
  readonly delimiter: string;
  readonly columns: readonly FileColumn[];
  /** Why it was left out; only for unrecognised files. */
  readonly leftOut?: string;
  /** Whether it is a table of accounts, which belongs on the map of the territories. */
  readonly ofAccounts?: true;
}

/** Something in a file that needed a decision: where, what, and what was done about it. */
export interface ImportProblem {
  readonly file: string;
  /** As a spreadsheet numbers it (the header is row 1); absent where it concerns a whole column or file. */
  readonly row?: number;
  /** The column's heading. */
  readonly column?: string;
  /** Which rule, such as `amount-stray-text`. */
  readonly rule: string;
  readonly message: string;
  /** What was done, such as `read as 3956.65`. */
  readonly action: string;
}

/** How often a rule was met, in all of the files; `listed` of them are among the problems. */
export interface ProblemCount {
  readonly rule: string;
  readonly title: string;
  readonly count: number;
  readonly listed: number;
}

export interface SalesHistory {
  /** In the order of the file; files in order of their names. */
  readonly opportunities: readonly Opportunity[];
  /** By name, ascending. */
  readonly sellers: readonly Seller[];
  readonly products: readonly Product[];
  readonly files: readonly FileReport[];
  /** At most `LISTED_PROBLEMS` for each rule, in order of file and row. */
  readonly problems: readonly ImportProblem[];
  readonly problemCounts: readonly ProblemCount[];
}

/** Problems of one rule that are listed one by one; beyond that they are counted. */
export const LISTED_PROBLEMS = 50;
