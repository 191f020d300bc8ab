/** What crosses between the page and its workers: types and nothing else. */
import type { BacktestScore } from '../src/calibrate/backtestScore';
import type { Digests } from '../src/bench/runDigests';
import type { Calibration, CalibrationOptions } from '../src/calibrate/report';
import type { AccountBook, AreaSource, LayerSource, Place } from '../src/model/accountBook';
import type { FileReport, ImportProblem, ProblemCount } from '../src/model/history';
import type { AreaExtent } from '../src/io/areas/areaExtent';
import type { WorkbookSheet } from '../src/io/xlsx/workbookSheet';
import type {
  ImportedAccounts,
  ImportedAssignment,
  TableChoices,
  TypedPlace,
} from '../src/model/importedAccounts';
import type { ImportedAreas } from '../src/model/importedAreas';
import type { Plan } from '../src/model/plan';
import type { Result } from '../src/model/problem';
import type { SplitId } from '../src/model/units';
import type { Purpose } from '../src/sim/entityKey';
import type { Kernel } from '../src/sim/kernelHost';
import type { BlockOutcome } from '../src/sim/outcome';
import type { Replay } from '../src/sim/replay';
import type { PlanRows } from '../src/sim/runRows';
import type { RunTotals } from '../src/stats/mergeOutcomes';
import type { RunSummary } from '../src/stats/summary';
import type { Limit } from '../src/territory/limits';
import type { SplitMeasures } from '../src/territory/measureSplit';
import type { AreaShapes } from '../src/territory/shapeAreas';
import type { Split, Units } from '../src/territory/units';

/** The simulation worker. A prepared plan stays until another one is prepared. */
export interface SimulationWorker {
  /** Compiles the plan under that key; the plan has been parsed. */
  prepare(key: number, plan: Plan): void;
  /** Runs one fixed block of trials (see BLOCK_TRIALS; the last one may be shorter). */
  runBlock(key: number, block: number, trials: number): BlockOutcome;
  /** Summarises the totals of a contiguous prefix of that plan's blocks. */
  summarise(key: number, totals: RunTotals): RunSummary;
  /**
   * The plan's rows of trials `first` to `first + trials − 1`, nothing below the plan; the plan last sampled stays
   * compiled under its key, beside the prepared one. Streams of the purposes `anew` are others than the plan's own.
   */
  sample(key: number, plan: Plan, first: number, trials: number, anew?: readonly Purpose[]): PlanRows;
  /** Runs one trial of the plan by its number (0 is the first) and tells what came to pass; the prepared plan stays. */
  replay(plan: Plan, trial: number): Replay;
}

export interface ImportProgress {
  readonly file: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

export type { AreaExtent, Result, WorkbookSheet };

/** The workbook worker. */
export interface WorkbookWorker {
  write(sheets: readonly WorkbookSheet[]): Promise<Blob>;
}

export interface TestedCalibration extends Calibration {
  /** How right a plan made a quarter earlier would have been, or why that cannot be told. */
  readonly backtest?: Result<BacktestScore>;
}

/** All that is known of the files given so far. */
export interface ImportAnswer {
  readonly files: readonly FileReport[];
  readonly problems: readonly ImportProblem[];
  readonly problemCounts: readonly ProblemCount[];
  /** The plan, or why there is none yet (the team table alone makes no plan). */
  readonly calibration: Result<TestedCalibration>;
}

/** The import worker: takes all files known so far, each time. Cancelled by terminating it. */
export interface ImportWorker {
  importFiles(
    files: readonly File[],
    options: CalibrationOptions,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<Result<ImportAnswer>>;
}

/** The accounts' worker. Cancelled by terminating it. */
export interface AccountWorker {
  /** Reads a table of accounts. */
  importAccounts(
    file: File,
    choices: TableChoices,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<Result<ImportedAccounts>>;
  /** Reads an assignment made elsewhere, of that book's accounts. */
  importAssignment(
    file: File,
    book: AccountBook,
    choices: TableChoices,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<Result<ImportedAssignment>>;
  /** Where a place is that somebody typed: a US postcode, or a latitude and a longitude. */
  findPlace(text: string): Promise<Result<TypedPlace>>;
}

/** The areas' worker. Cancelled by terminating it. */
export interface AreaWorker {
  /** The outlines of units with these ids, on the map of their places: see `shapeAreas`. */
  shape(source: AreaSource, ids: readonly string[], places: readonly Place[]): Promise<Result<AreaShapes>>;
  /** Areas of a layer as accounts. */
  list(source: LayerSource, extent: AreaExtent): Promise<Result<ImportedAreas>>;
  /** A table of areas, onto those of the plan's book where they are of its kind. */
  readTable(file: File, book: AccountBook | undefined): Promise<Result<ImportedAreas>>;
  /** Regions of one's own, GeoJSON or TopoJSON; `onStage` is told what is being done, in words. */
  readRegions(file: File, onStage: (stage: string) => void): Promise<Result<ImportedAreas>>;
  /** The accounts of a plan as GeoJSON, with their territories under a split: areas with their outlines. */
  writeGeoJson(plan: Plan, split: SplitId): Promise<Result<string>>;
  /** The accounts of a book summed by the areas of a layer that hold them; those of `extent` are there too where they hold none. */
  rollUp(source: LayerSource, extent: AreaExtent, book: AccountBook): Promise<Result<ImportedAreas>>;
}

interface SplitTaskBase {
  /** Load that each territory is to have, in the unit of the units' weight. */
  readonly targets: Float64Array;
  /** Deviation that is good enough. */
  readonly tolerance: number;
  readonly seed: number;
  /** Other loads that territories are held to. */
  readonly limits?: readonly Limit[];
  /** Whether territories may lie in pieces. */
  readonly pieces?: boolean;
}

/** A split to be made: afresh, or from one that stands. */
export type SplitTask = SplitTaskBase &
  (
    | { readonly kind: 'design'; readonly locks?: Split; readonly names?: Split }
    | {
        readonly kind: 'rebalance';
        readonly current: Split;
        readonly stickiness: number;
        readonly locked?: Uint8Array;
        /** Where units belong, −1 where in none; where they may lie in pieces alone. */
        readonly home?: Split;
      }
    | {
        readonly kind: 'heal';
        readonly current: Split;
        readonly locked: Uint8Array;
        readonly home?: Split;
      }
  );

export interface MadeSplit {
  readonly split: Split;
  readonly measures: SplitMeasures;
  /** How far the limit that is strained most is: at most 1 where all hold. */
  readonly strain: number;
}

/** The worker that designs splits. Cancelled by terminating it. */
export interface SplitWorker {
  make(units: Units, task: SplitTask): MadeSplit;
}

export type KernelKind = Kernel['kind'];

/** The benchmark worker: the kernels there are in this host, their speed and their bits. */
export interface BenchmarkWorker {
  /** The fastest first. */
  kernels(): readonly KernelKind[];
  /** What the golden plans' digests must be, by plan. */
  promised(): Digests;
  /** What that kernel gives. */
  digests(kernel: KernelKind): Digests;
  /** Runs that many trials of the standard plan; nanoseconds per seat-month. The first call warms up. */
  measure(kernel: KernelKind, trials: number): number;
}
