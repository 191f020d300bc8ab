import type { Plan } from '../model/plan';
import type { Result } from '../model/problem';
import type { WorkbookSheet } from '../../workers/protocol';

export type { WorkbookSheet };

/** What a file of the app's own turned out to be: one plan, or an export of everything for the store's `importAll`. */
export type OpenedFile =
  { readonly kind: 'plan'; readonly plan: Plan } | { readonly kind: 'library'; readonly text: string };

/** One line of an export by column heading: figures at full precision, blank where there is none. */
export type CsvRow = Readonly<Record<string, string | number | undefined>>;

/** Reads and writes links and files; given by the wiring, since this room knows neither compression nor formats. */
export interface PlanExchange {
  /** The address of a link that carries the plan. */
  makeLink(plan: Plan): Promise<Result<string>>;
  /** The longest fragment a link may have, in characters. */
  readonly linkLimit: number;
  writeFile(plan: Plan): Promise<{ readonly name: string; readonly text: string }>;
  readFile(text: string): Promise<Result<OpenedFile>>;
  /** Rows as CSV text, for spreadsheets; columns in the order in which rows first name them. */
  csv(rows: readonly CsvRow[]): string;
  /** Sheets as a workbook for spreadsheets (XLSX). */
  workbook(sheets: readonly WorkbookSheet[]): Promise<Result<Blob>>;
}
