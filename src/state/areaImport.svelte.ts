import type { LayerSource } from '../model/accountBook';
import { adoptAreas } from '../model/adoptAreas';
import { formatCount } from '../model/format/formatCount';
import type { ImportedAreas } from '../model/importedAreas';
import { fail, type Problem, type Result } from '../model/problem';
import { unitNoun } from '../model/unitNoun';
import type { AreaRunner, StagedWatch } from '../runner/areaRunner';
import type { AreaExtent } from '../../workers/protocol';
import type { Session } from './session.svelte';
import type { SplitTools } from './splitTools';

const notLoaded: Problem = {
  code: 'not-loaded',
  path: '',
  message:
    'what works with areas must be loaded first, and the network may be off; try again once it is back',
};

/** Areas on their way into the plan: one question at a time, with what came of the last one. Each is one step of undo. */
export class AreaImport {
  readonly #session: Session;
  readonly #tools: Pick<SplitTools, 'loadAreaRunner'>;
  #running = $state.raw<string>();
  #stage = $state.raw<string>();
  #found = $state.raw<ImportedAreas>();
  #problems = $state.raw<readonly Problem[]>([]);
  #abort: AbortController | undefined;

  constructor(session: Session, tools: Pick<SplitTools, 'loadAreaRunner'>) {
    this.#session = session;
    this.#tools = tools;
  }

  /** What is being done, in words; absent when nothing is. */
  get running(): string | undefined {
    return this.#running;
  }

  /** How far it has come, in words, where that is told. */
  get stage(): string | undefined {
    return this.#stage;
  }

  get found(): ImportedAreas | undefined {
    return this.#found;
  }

  /** Why nothing came of the last question. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  cancel(): void {
    this.#abort?.abort();
    this.#running = undefined;
  }

  /** Areas of a layer in place of the plan's accounts. */
  async takeLayer(source: LayerSource, extent: AreaExtent): Promise<void> {
    await this.#take('Loading the outlines', 'Nothing assigned', (runner, watch) =>
      runner.list(source, extent, watch),
    );
  }

  /** The areas that hold the plan's accounts in place of these, and the others of that extent. */
  async rollUp(source: LayerSource, extent: AreaExtent): Promise<void> {
    const { accountBook: book } = this.#session.plan;
    if (!book) return;
    await this.#take('Rolling the accounts up', 'Nothing assigned', (runner, watch) =>
      runner.rollUp(source, extent, book, watch),
    );
  }

  /** A table of areas: more measures of those that the plan has, or areas in place of its accounts; a column of territories is a split. */
  async takeTable(file: File): Promise<void> {
    const { accountBook: book } = this.#session.plan;
    await this.#take(`Reading ${file.name}`, `As in ${file.name}`, (runner, watch) =>
      runner.readTable(file, book, watch),
    );
  }

  /** Regions of one's own in place of the plan's accounts. */
  async takeRegions(file: File): Promise<void> {
    await this.#take(`Reading ${file.name}`, `As in ${file.name}`, (runner, watch) =>
      runner.readRegions(file, watch),
    );
  }

  async #take(
    running: string,
    splitName: string,
    ask: (runner: AreaRunner, watch: StagedWatch) => Promise<Result<ImportedAreas>>,
  ): Promise<void> {
    this.cancel();
    const abort = new AbortController();
    this.#abort = abort;
    this.#running = running;
    this.#stage = undefined;
    this.#problems = [];
    this.#found = undefined;
    const { id, accountBook } = this.#session.plan;
    const answer = await this.#withRunner((runner) =>
      ask(runner, {
        signal: abort.signal,
        onStage: (stage) => {
          if (!abort.signal.aborted) this.#stage = stage;
        },
      }),
    );
    if (abort.signal.aborted) return;
    this.#running = undefined;
    // Another plan, or other accounts, meanwhile: these areas are not theirs.
    if (this.#session.plan.id !== id) return;
    if (this.#session.plan.accountBook !== accountBook) {
      this.#problems = [
        {
          code: 'changed',
          path: '',
          message: 'what is split must stay as it is meanwhile, and was edited: try again',
        },
      ];
      return;
    }
    if (!answer.ok) {
      this.#problems = answer.problems;
      return;
    }
    const { value } = answer;
    this.#found = value;
    const label = `Use ${value.from}`;
    this.#session.change(label, (plan) => adoptAreas(plan, value, splitName));
    this.#session.notices.say(`${value.found}${this.#lookWords(value)}`, {
      label: 'Undo',
      run: () => this.#session.editor.undoLabel === label && this.#session.undo(),
    });
  }

  /** How much is to be looked at, and where it stands. */
  #lookWords({ problemCounts }: ImportedAreas): string {
    const count = problemCounts.reduce((sum, each) => sum + each.count, 0);
    if (count === 0) return '';
    const where = unitNoun(this.#session.plan.accountBook?.areas).Many;
    return ` ${formatCount(count)} ${count === 1 ? 'finding' : 'findings'} to look at: see ${where}, by the map.`;
  }

  async #withRunner<Answer>(ask: (runner: AreaRunner) => Promise<Result<Answer>>): Promise<Result<Answer>> {
    let runner: AreaRunner;
    try {
      runner = await this.#tools.loadAreaRunner();
    } catch {
      return fail([notLoaded]);
    }
    return ask(runner);
  }
}
