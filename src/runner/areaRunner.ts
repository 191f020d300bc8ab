import { proxy } from 'comlink';
import type { AccountBook, AreaSource, LayerSource, Place } from '../model/accountBook';
import type { ImportedAreas } from '../model/importedAreas';
import type { Plan } from '../model/plan';
import type { Result } from '../model/problem';
import type { SplitId } from '../model/units';
import type { AreaShapes } from '../territory/shapeAreas';
import type { AreaExtent, AreaWorker } from '../../workers/protocol';
import { inWorker, type Watch } from './inWorker';
import type { WorkerLike } from './workerLike';

/** How a long reading is followed, too. */
export interface StagedWatch extends Watch {
  readonly onStage?: (stage: string) => void;
}

/** Works with outlines of areas off the page's thread. Fails as an `ImportRunner` does; never rejects. */
export interface AreaRunner {
  /** The outlines of units with these ids, on the map of their places. */
  shape(
    source: AreaSource,
    ids: readonly string[],
    places: readonly Place[],
    watch?: Watch,
  ): Promise<Result<AreaShapes>>;
  /** Areas of a layer as accounts. */
  list(source: LayerSource, extent: AreaExtent, watch?: Watch): Promise<Result<ImportedAreas>>;
  /** A table of areas, CSV or Excel, onto those of the plan's book where it is of their kind. */
  readTable(file: File, book: AccountBook | undefined, watch?: Watch): Promise<Result<ImportedAreas>>;
  /** Regions of one's own, GeoJSON or TopoJSON; the stages are told in words. */
  readRegions(file: File, watch?: StagedWatch): Promise<Result<ImportedAreas>>;
  /** The accounts of a plan as GeoJSON, with their territories under a split: areas with their outlines. */
  writeGeoJson(plan: Plan, split: SplitId, watch?: Watch): Promise<Result<string>>;
  /** The accounts of a book summed by the areas that hold them; those of `extent` are there too where they hold none. */
  rollUp(
    source: LayerSource,
    extent: AreaExtent,
    book: AccountBook,
    watch?: Watch,
  ): Promise<Result<ImportedAreas>>;
}

/** A runner that starts a worker (workers/areas.worker.ts) for each question and ends it with the answer. */
export function makeAreaRunner(makeWorker: () => WorkerLike): AreaRunner {
  const found = (watch: Watch, ask: Parameters<typeof inWorker<AreaWorker, ImportedAreas>>[2]) =>
    inWorker<AreaWorker, ImportedAreas>(makeWorker, watch, ask);
  return {
    shape: (source, ids, places, watch = {}) =>
      inWorker<AreaWorker, AreaShapes>(makeWorker, watch, (api) => api.shape(source, ids, places)),
    list: (source, extent, watch = {}) => found(watch, (api) => api.list(source, extent)),
    readTable: (file, book, watch = {}) => found(watch, (api) => api.readTable(file, book)),
    readRegions: (file, { onStage = () => undefined, ...watch } = {}) =>
      found(watch, (api) => api.readRegions(file, proxy(onStage))),
    writeGeoJson: (plan, split, watch = {}) =>
      inWorker<AreaWorker, string>(makeWorker, watch, (api) => api.writeGeoJson(plan, split)),
    rollUp: (source, extent, book, watch = {}) => found(watch, (api) => api.rollUp(source, extent, book)),
  };
}
