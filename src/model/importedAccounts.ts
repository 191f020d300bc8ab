/** What a table of accounts says once it is read: the records that `io` makes of a file, before they are a plan's. */
import type { Account, Measure, Place } from './accountBook';
import type { ImportProblem, ProblemCount } from './history';
import type { AccountId } from './units';

/** What a column of a table of accounts can mean; of `measure` there may be several, of the others one. */
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
  | 'potential'
  | 'workload'
  | 'measure';

/** The role of each column, by its place; undefined where it is passed over. */
export type ColumnRoles = readonly (AccountRole | undefined)[];

/** What the reader says about a table, in place of what is recognised. */
export interface TableChoices {
  readonly roles?: ColumnRoles;
  /** The sheet of a workbook to read. */
  readonly sheet?: string;
  /** Whether the first row is an account, and the columns have no headings. */
  readonly headless?: boolean;
  /** Whether it is read as accounts though it looks like a table of deals. */
  readonly asAccounts?: boolean;
}

export interface AccountColumn {
  readonly heading: string;
  /** Absent where the column is passed over. */
  readonly role?: AccountRole;
  /** Up to three of its cells. */
  readonly samples: readonly string[];
}

/** What any table that was read says of itself. */
export interface ReadTable {
  readonly file: string;
  readonly columns: readonly AccountColumn[];
  /** Whether the first row was read as an account. */
  readonly headless: boolean;
  /** Of a workbook: all its sheets, and the one that was read. */
  readonly sheets?: { readonly names: readonly string[]; readonly read: string };
  /** At most `LISTED_PROBLEMS` for each rule, in order of row. */
  readonly problems: readonly ImportProblem[];
  readonly problemCounts: readonly ProblemCount[];
}

export interface ImportedAccounts extends ReadTable {
  /** Empty where no column says which account a row is: then the reader must say it. */
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
  /** Accounts without a place, each with the reason. */
  readonly unplaced: readonly { readonly id: AccountId; readonly reason: string }[];
  /** Why the columns of latitude and longitude may be the wrong way round, where the accounts would lie better so. */
  readonly swapDoubt?: string;
}

/** An assignment made elsewhere, matched with a book's accounts. */
export interface ImportedAssignment extends ReadTable {
  /** Of each of the book's accounts the territory's name, or its owner's; empty for none, undefined where the file says nothing of it. */
  readonly territoryNames: readonly (string | undefined)[];
  readonly namedBy: 'territory' | 'owner';
  readonly matched: number;
  /** Rows of accounts that the book does not have. */
  readonly unknown: number;
}

/** Where somebody says that an account is. */
export interface TypedPlace {
  readonly place: Place;
  /** Where that was what they typed. */
  readonly postcode?: string;
}
