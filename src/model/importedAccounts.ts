/** What a table of accounts says once it is read: the records that `io` makes of a file, before they are a plan's. */
import type { Account, Measure } from './accountBook';
import type { ImportProblem, ProblemCount } from './history';

/** What a column of a table of accounts can mean. */
export type AccountRole =
  | 'id'
  | 'name'
  | 'lat'
  | 'lon'
  | 'postcode'
  | 'state'
  | 'country'
  | 'owner'
  | 'territory'
  | 'family'
  | 'measure';

export interface AccountColumn {
  readonly heading: string;
  /** Absent where the column is passed over. */
  readonly role?: AccountRole;
  /** Up to three of its cells. */
  readonly samples: readonly string[];
}

export interface ImportedAccounts {
  readonly file: string;
  readonly columns: readonly AccountColumn[];
  readonly accounts: readonly Account[];
  readonly measures: readonly Measure[];
  /** Of each account the territory as the file names it, else its owner where no column names territories; empty for none. */
  readonly territoryNames: readonly string[];
  /** What those names are. */
  readonly namedBy: 'territory' | 'owner' | 'nothing';
  /** How many accounts were placed by what; those of `none` are assigned by table. */
  readonly placed: {
    readonly coordinates: number;
    readonly postcode: number;
    /** By the centre of the postcodes that begin alike. */
    readonly area: number;
    readonly none: number;
  };
  /** At most `LISTED_PROBLEMS` for each rule, in order of row. */
  readonly problems: readonly ImportProblem[];
  readonly problemCounts: readonly ProblemCount[];
}

/** An assignment made elsewhere, matched with a book's accounts. */
export interface ImportedAssignment {
  readonly file: string;
  readonly columns: readonly AccountColumn[];
  /** Of each of the book's accounts the territory's name; empty for none, undefined where the file says nothing of it. */
  readonly territoryNames: readonly (string | undefined)[];
  readonly matched: number;
  readonly problems: readonly ImportProblem[];
  readonly problemCounts: readonly ProblemCount[];
}
