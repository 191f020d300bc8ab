import type { AreaSource, Place } from '../model/accountBook';
import type { Result } from '../model/problem';
import type { AreaShapes } from '../territory/shapeAreas';
import type { AreaWorker } from '../../workers/protocol';
import { inWorker, type Watch } from './inWorker';
import type { WorkerLike } from './workerLike';

/** Works with outlines of areas off the page's thread. Fails as an `ImportRunner` does; never rejects. */
export interface AreaRunner {
  /** The outlines of units with these ids, on the map of their places. */
  shape(
    source: AreaSource,
    ids: readonly string[],
    places: readonly Place[],
    watch?: Watch,
  ): Promise<Result<AreaShapes>>;
}

/** A runner that starts a worker (workers/areas.worker.ts) for each question and ends it with the answer. */
export const makeAreaRunner = (makeWorker: () => WorkerLike): AreaRunner => ({
  shape: (source, ids, places, watch = {}) =>
    inWorker<AreaWorker, AreaShapes>(makeWorker, watch, (api) => api.shape(source, ids, places)),
});
