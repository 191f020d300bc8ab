import { adoptAccounts, adoptAssignment } from '../model/adoptAccounts';
import type { ImportedAccounts, ImportedAssignment } from '../model/importedAccounts';
import type { Problem, Result } from '../model/problem';
import type { TerritorySplit } from '../model/accountBook';
import type { ImportProgress } from '../../workers/protocol';
import type { Session } from './session.svelte';
import type { SplitTools } from './splitTools';

/** Tables of accounts on their way in: one at a time, with what was found in it. */
export class AccountTables {
  readonly #session: Session;
  readonly #tools: SplitTools;
  #progress = $state.raw<ImportProgress | 'begun'>();
  #read = $state.raw<ImportedAccounts | ImportedAssignment>();
  #problems = $state.raw<readonly Problem[]>([]);
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
  get read(): ImportedAccounts | ImportedAssignment | undefined {
    return this.#read;
  }

  /** Why the last table was not taken over. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  cancel(): void {
    this.#abort?.abort();
    this.#progress = undefined;
  }

  /** Takes the accounts of a file into the plan: one step of undo. */
  async takeAccounts(file: File): Promise<void> {
    const imported = await this.#take(async (watch) =>
      (await this.#tools.loadAccountRunner()).importAccounts(file, watch),
    );
    if (imported)
      this.#session.change(`Import accounts from ${file.name}`, (plan) =>
        adoptAccounts(plan, imported, `As in ${file.name}`),
      );
  }

  /** Takes an assignment made elsewhere in as one more split; accounts that it does not name stay as in `from`. */
  async takeAssignment(file: File, from: TerritorySplit): Promise<void> {
    const { accountBook: book } = this.#session.plan;
    if (!book) return;
    const imported = await this.#take(async (watch) =>
      (await this.#tools.loadAccountRunner()).importAssignment(file, book, watch),
    );
    if (imported)
      this.#session.change(`Import an assignment from ${file.name}`, (plan) =>
        adoptAssignment(plan, imported, { name: `As in ${file.name}`, from: from.id }),
      );
  }

  async #take<Read extends ImportedAccounts | ImportedAssignment>(
    read: (watch: {
      readonly signal: AbortSignal;
      readonly onProgress: (progress: ImportProgress) => void;
    }) => Promise<Result<Read>>,
  ): Promise<Read | undefined> {
    this.cancel();
    const abort = new AbortController();
    this.#abort = abort;
    this.#progress = 'begun';
    this.#problems = [];
    const { id } = this.#session.plan;
    const result = await read({
      signal: abort.signal,
      onProgress: (progress) => {
        if (!abort.signal.aborted) this.#progress = progress;
      },
    });
    if (abort.signal.aborted) return undefined;
    this.#progress = undefined;
    // Another plan was opened meanwhile: its accounts are not these.
    if (this.#session.plan.id !== id) return undefined;
    if (!result.ok) {
      this.#problems = result.problems;
      return undefined;
    }
    this.#read = result.value;
    return result.value;
  }
}
