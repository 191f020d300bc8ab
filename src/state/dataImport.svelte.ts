import type { CalibrationOptions } from '../calibrate/report';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { ImportRunner } from '../runner/importRunner';
import type { ImportAnswer, ImportProgress } from '../../workers/protocol';

/**
 * The files of a sales history and what was found in them. Every addition reads all files known
 * again, since each may explain the others. The earlier result stays until the new one is there;
 * a cancelled or failed import leaves it, and its list of files, as they were.
 */
export class DataImport {
  #files = $state.raw<readonly File[]>([]);
  /** The files of the last reading, whatever became of it. */
  #tried = $state.raw<readonly File[]>([]);
  #options = $state.raw<CalibrationOptions>({});
  #progress = $state.raw<ImportProgress>();
  #running = $state.raw(false);
  #result = $state.raw<ImportAnswer>();
  #problems = $state.raw<readonly Problem[]>([]);
  #replaced = $state.raw<readonly string[]>([]);
  #settled: { readonly files: readonly File[]; readonly options: CalibrationOptions } = {
    files: [],
    options: {},
  };
  #abort: AbortController | undefined;
  readonly #runner: ImportRunner;

  constructor(runner: ImportRunner) {
    this.#runner = runner;
  }

  /** All files known, those being read among them. */
  get files(): readonly File[] {
    return this.#files;
  }

  /** A file that was given, also where it was refused; undefined where none of that name was. */
  fileNamed(name: string): File | undefined {
    return [...this.#files, ...this.#tried].find((file) => file.name === name);
  }

  get options(): CalibrationOptions {
    return this.#options;
  }

  /** How far the reading is; absent before its first word. */
  get progress(): ImportProgress | undefined {
    return this.#progress;
  }

  get running(): boolean {
    return this.#running;
  }

  /** What the last import that came to its end found. */
  get result(): ImportAnswer | undefined {
    return this.#result;
  }

  /** Why the last import did not come to its end. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Names of files that the last addition put in place of earlier ones. */
  get replaced(): readonly string[] {
    return this.#replaced;
  }

  /** Whether that plan was made of one of the files read here. */
  madeOf(plan: Plan): boolean {
    const read = this.#result?.files.filter((file) => file.kind === 'opportunities') ?? [];
    return read.some((file) => plan.source?.files.includes(file.name) ?? false);
  }

  /** Adds files and reads all of them; one of the same name takes the earlier one's place. */
  addFiles(added: readonly File[]): Promise<void> {
    if (added.length === 0) return Promise.resolve();
    const byName = new Map(this.#files.map((file) => [file.name, file]));
    const replaced = added.filter((file) => byName.has(file.name)).map((file) => file.name);
    for (const file of added) byName.set(file.name, file);
    return this.#read([...byName.values()], this.#options, replaced);
  }

  /** Takes a file out and reads the others again. */
  removeFile(name: string): Promise<void> {
    const others = this.#files.filter((file) => file.name !== name);
    if (others.length > 0) return this.#read(others, this.#options, []);
    this.clear();
    return Promise.resolve();
  }

  /** Reads the files again under other assumptions. */
  setOptions(options: CalibrationOptions): Promise<void> {
    return this.#read(this.#files, { ...this.#options, ...options }, []);
  }

  /** Stops the reading. */
  cancel(): void {
    this.#abort?.abort();
    this.#revert();
  }

  /** Forgets the files and what was found in them. */
  clear(): void {
    this.#settled = { files: [], options: {} };
    this.#tried = [];
    this.#result = undefined;
    this.#problems = [];
    this.cancel();
  }

  async #read(
    files: readonly File[],
    options: CalibrationOptions,
    replaced: readonly string[],
  ): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#files = files;
    this.#tried = files;
    this.#options = options;
    this.#replaced = replaced;
    this.#problems = [];
    this.#progress = undefined;
    this.#running = true;
    const answer = await this.#runner.importFiles(files, {
      options,
      signal: abort.signal,
      onProgress: (progress) => {
        if (!abort.signal.aborted) this.#progress = progress;
      },
    });
    if (abort.signal.aborted) return;
    if (answer.ok) {
      this.#result = answer.value;
      this.#settled = { files, options };
    } else this.#problems = answer.problems;
    this.#revert();
  }

  /** Ends an import: what is known is what the last one that came to its end knew. */
  #revert(): void {
    this.#running = false;
    this.#progress = undefined;
    this.#files = this.#settled.files;
    this.#options = this.#settled.options;
    if (this.#problems.length > 0) this.#replaced = [];
  }
}
