import { LISTED_PROBLEMS, type ImportProblem, type ProblemCount } from '../../model/history';

/** Every rule an import of a sales history may report, with the words that head its list. */
export const IMPORT_RULES = [
  ['file-left-out', 'Files left out'],
  ['cells-missing', 'Rows with fewer cells than headings'],
  ['cells-surplus', 'Rows with more cells than headings'],
  ['quote-malformed', 'Cells with a stray quote'],
  ['cell-error', 'Errors of the spreadsheet'],
  ['cell-is-heading', 'Cells that repeat their heading'],
  ['row-deleted', 'Deleted records'],
  ['id-duplicate', 'Rows whose id was seen before'],
  ['outcome-blank', 'Rows without a stage'],
  ['outcome-none-won', 'Files without a won deal'],
  ['date-order-assumed', 'Dates that can be read two ways'],
  ['date-order-mixed', 'Columns that mix day first and month first'],
  ['date-impossible', 'Dates the calendar does not have'],
  ['date-unreadable', 'Dates that cannot be read'],
  ['closed-date-missing', 'Won or lost without a closing date'],
  ['closed-date-expected', 'Closing dates taken from the expected one'],
  ['closed-before-created', 'Rows that close before they were created'],
  ['amount-stray-text', 'Amounts with other signs in them'],
  ['amount-unreadable', 'Amounts that cannot be read'],
  ['won-without-amount', 'Won deals without an amount'],
  ['owner-blank', 'Rows without an owner'],
  ['owner-robot', 'Rows owned by a program'],
  ['name-spelling', 'Names spelled in more than one way'],
  ['seller-unknown', 'Owners missing from the team table'],
  ['seller-without-deals', 'Sellers without deals'],
  ['seller-duplicate', 'Sellers listed twice'],
  ['product-duplicate', 'Products listed twice'],
  ['quota-scaled', 'Quotas of a part of the year'],
] as const;

export type ImportRule = (typeof IMPORT_RULES)[number][0];

/** Collects problems: exact counts by rule, the first `LISTED_PROBLEMS` of each in full. */
export class ProblemLog<Rule extends string = ImportRule> {
  readonly #rules: readonly (readonly [Rule, string])[];
  readonly #listed: ImportProblem[] = [];
  readonly #counts = new Map<Rule, { count: number; listed: number }>();

  constructor(rules: readonly (readonly [Rule, string])[]) {
    this.#rules = rules;
  }

  add(rule: Rule, problem: Omit<ImportProblem, 'rule'>): void {
    const tally = this.#counts.get(rule) ?? { count: 0, listed: 0 };
    this.#counts.set(rule, tally);
    tally.count++;
    if (tally.listed === LISTED_PROBLEMS) return;
    tally.listed++;
    this.#listed.push({ rule, ...problem });
  }

  /** By file, then row; what concerns a whole file comes first. */
  get problems(): ImportProblem[] {
    return this.#listed.toSorted(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.row ?? 0) - (b.row ?? 0),
    );
  }

  /** In the order of the rules. */
  get counts(): ProblemCount[] {
    return this.#rules.flatMap(([rule, title]) => {
      const tally = this.#counts.get(rule);
      return tally === undefined ? [] : [{ rule, title, ...tally }];
    });
  }
}
