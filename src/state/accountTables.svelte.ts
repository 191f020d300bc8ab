import { MOST_SPLITS } from '../model/accountBook';
import { contradictionOf } from '../model/accountRoles';
import { compareAssignment, type AssignmentCounts } from '../model/compareAssignment';
import type { AccountRole, ColumnRoles, TableChoices, TypedPlace } from '../model/importedAccounts';
import type { Problem, Result } from '../model/problem';
import type { TerritorySplit } from '../model/accountBook';
import { unitNoun } from '../model/unitNoun';
import type { AccountId, SplitId } from '../model/units';
import type { ImportProgress } from '../../workers/protocol';
import type { Session } from './session.svelte';
import type { SplitTools } from './splitTools';
import { adoptTable, type Adopted, type TableRead } from './adoptTable';

/** A file that was given, what the reader said of it, and the split that an assignment is held against. */
interface Source {
  readonly file: File;
  readonly choices: TableChoices;
  readonly from?: SplitId;
  /** Told of the split that is made of it. */
  readonly done?: (split: SplitId) => void;
}

/**
 * Tables of accounts on their way in: one at a time, with what was found in it. The file is kept for the visit, so that it can
 * be read again as the reader says; what it gave before gives way, and all of it is one step of undo.
 */
export class AccountTables {
  readonly #session: Session;
  readonly #tools: SplitTools;
  #progress = $state.raw<ImportProgress | 'begun'>();
  #read = $state.raw<TableRead>();
  #source = $state.raw<Source>();
  #problems = $state.raw<readonly Problem[]>([]);
  #counts = $state.raw<AssignmentCounts>();
  /** Roles that the reader has given and that contradict each other, so that nothing was read by them. */
  #draft = $state.raw<ColumnRoles>();
  #refused = $state.raw<Source>();
  #adopted: Adopted | undefined;
  /** How many files were given in this visit. */
  #given = 0;
  #abort: AbortController | undefined;

  constructor(session: Session, tools: SplitTools) {
    this.#session = session;
    this.#tools = tools;
  }

  /** How far the reading is; absent when nothing is read. */
  get progress(): ImportProgress | 'begun' | undefined {
    return this.#progress;
  }

  /** What the last table had in it. */
  get read(): TableRead | undefined {
    return this.#read;
  }

  /** Why the last table was not taken over. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** What the last assignment changed. */
  get counts(): AssignmentCounts | undefined {
    return this.#counts;
  }

  /** The file that was refused last. */
  get refused(): File | undefined {
    return this.#refused?.file;
  }

  /** What each column is taken for, as the reader last said. */
  readonly roles = $derived.by(
    (): ColumnRoles => this.#draft ?? this.#read?.columns.map(({ role }) => role) ?? [],
  );

  /** Why the roles cannot be had together; undefined where they can. */
  readonly contradiction = $derived.by(() => {
    const headings = this.#read?.columns.map(({ heading }) => heading) ?? [];
    return contradictionOf(this.roles, headings);
  });

  /** Why accounts of the last table are without a place. */
  readonly reasonOf = $derived.by((): ReadonlyMap<AccountId, string> => {
    const read = this.#read;
    return new Map(read && 'unplaced' in read ? read.unplaced.map(({ id, reason }) => [id, reason]) : []);
  });

  cancel(): void {
    this.#abort?.abort();
    this.#progress = undefined;
  }

  /** Takes the accounts of a file into the plan: one step of undo. */
  takeAccounts(file: File): Promise<void> {
    return this.#take({ file, choices: {} });
  }

  /**
   * Takes an assignment made elsewhere in as one more split, of which `done` is told at every reading; accounts that it does not
   * name stay as in `from`.
   */
  takeAssignment(file: File, from: TerritorySplit, done?: (split: SplitId) => void): Promise<void> {
    return this.#take({ file, choices: {}, from: from.id, ...(done && { done }) });
  }

  /** Says what a column is, and has the file read again unless the roles now contradict each other. */
  async setRole(column: number, role: AccountRole | undefined): Promise<void> {
    this.#draft = this.roles.with(column, role);
    if (this.contradiction === undefined) await this.#again({ roles: this.#draft });
  }

  /** Reads the columns of latitude and longitude the other way round. */
  async swapCoordinates(): Promise<void> {
    this.#draft = this.roles.map((role) => (role === 'lat' ? 'lon' : role === 'lon' ? 'lat' : role));
    await this.#again({ roles: this.#draft });
  }

  /** Reads another sheet of the workbook; what its columns are is recognised anew. */
  readSheet(sheet: string): Promise<void> {
    return this.#again({ sheet });
  }

  /** Reads the first row as an account, or as headings. */
  readHeadless(headless: boolean): Promise<void> {
    const sheet = this.#source?.choices.sheet;
    return this.#again({ headless, ...(sheet !== undefined && { sheet }) });
  }

  /** Reads as accounts what looked like a table of something else. */
  async readAllTheSame(): Promise<void> {
    const source = this.#refused;
    if (source) await this.#take({ ...source, choices: { ...source.choices, asAccounts: true } });
  }

  /** Hands the refused file on to the Data room. */
  readInData(): void {
    if (this.refused) this.#tools.readInData(this.refused);
    this.#refused = undefined;
    this.#problems = [];
  }

  /** Where a place is that somebody typed. */
  async findPlace(text: string): Promise<Result<TypedPlace>> {
    return (await this.#tools.loadAccountRunner()).findPlace(text);
  }

  async #again(choices: TableChoices): Promise<void> {
    const source = this.#source;
    if (!source) return;
    const keepsRoles = choices.roles !== undefined;
    await this.#take({ ...source, choices: keepsRoles ? { ...source.choices, ...choices } : choices }, true);
  }

  async #take(source: Source, again = false): Promise<void> {
    const read = await this.#readFile(source);
    if (!read) return;
    this.#read = read;
    this.#source = source;
    this.#draft = undefined;
    this.#counts = undefined;
    if (!again) {
      this.#adopted = undefined;
      this.#given++;
    }
    // Nothing to take over: the columns are shown, and the reader says what they are.
    if ('matched' in read ? read.matched === 0 : read.accounts.length === 0) return;
    this.#adopt(read, source);
    if (!again && read.problems.length > 0 && this.#problems.length === 0)
      this.#session.notices.say(
        `${source.file.name} was read, and something in it is to be looked at: see ${unitNoun(this.#session.plan.accountBook?.areas).Many}, by the map.`,
      );
  }

  #adopt(read: TableRead, { file, from, done }: Source): void {
    const adopted = adoptTable(this.#session.plan, read, {
      name: `As in ${file.name}`,
      ...(from !== undefined && { from }),
      last: this.#adopted,
    });
    const { before, after } = adopted;
    if ((after.accountBook?.splits.length ?? 0) > MOST_SPLITS) {
      this.#problems = [tooManySplits(file.name)];
      return;
    }
    const what = 'matched' in read ? 'an assignment' : 'accounts';
    // All readings of one file in a row are one step of undo, however many roles were tried.
    const mergeKey = `table ${this.#given}`;
    this.#session.change(`Import ${what} from ${file.name}`, () => after, { mergeKey });
    if (this.#session.plan !== after) return;
    this.#adopted = adopted;
    if (adopted.made !== undefined) done?.(adopted.made);
    if ('matched' in read && from !== undefined) this.#counts = compareAssignment(before, after, read, from);
  }

  async #readFile(source: Source): Promise<TableRead | undefined> {
    const { file, choices, from } = source;
    this.cancel();
    const abort = new AbortController();
    this.#abort = abort;
    this.#progress = 'begun';
    this.#problems = [];
    this.#refused = undefined;
    const { id, accountBook: book } = this.#session.plan;
    const request = {
      choices,
      signal: abort.signal,
      onProgress: (progress: ImportProgress) => {
        if (!abort.signal.aborted) this.#progress = progress;
      },
    };
    const runner = await this.#tools.loadAccountRunner();
    const result: Result<TableRead> = await (from !== undefined && book
      ? runner.importAssignment(file, book, request)
      : runner.importAccounts(file, request));
    if (abort.signal.aborted) return undefined;
    this.#progress = undefined;
    // Another plan was opened meanwhile: its accounts are not these.
    if (this.#session.plan.id !== id) return undefined;
    // The rows were matched with accounts that are others by now.
    if (from !== undefined && this.#session.plan.accountBook?.accounts !== book?.accounts) {
      this.#problems = [changed(file.name)];
      return undefined;
    }
    if (result.ok) return result.value;
    this.#problems = result.problems;
    if (result.problems.some(({ code }) => code === 'table-of-deals')) this.#refused = source;
    return undefined;
  }
}

const changed = (file: string): Problem => ({
  code: 'changed',
  path: file,
  message: `what is split must stay as it is while ${file} is read, and was edited: read it once more`,
});

const tooManySplits = (file: string): Problem => ({
  code: 'splits-too-many',
  path: file,
  message: `a plan must have at most ${MOST_SPLITS} splits: remove one, then import ${file} again`,
});
