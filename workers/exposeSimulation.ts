import { expose, type Endpoint } from 'comlink';
import { loadKernel } from './loadKernel';
import type { SimulationWorker } from './protocol';
import { makeSimulationService } from './simulationService';

/** The same service, whose calls wait for it in the order they were made in. */
type Waiting = {
  readonly [Name in keyof SimulationWorker]: (
    ...given: Parameters<SimulationWorker[Name]>
  ) => Promise<ReturnType<SimulationWorker[Name]>>;
};

/**
 * Answers simulation calls on that endpoint (a worker's own scope where none is given). Outcomes are copied, not moved:
 * once any buffer of a thread has been moved away, V8 checks before every access whether an array is still there, and
 * the engine's loops take a fifth longer.
 */
export function exposeSimulation(endpoint?: Endpoint): void {
  // Not awaited here: what is sent to a worker before it listens is lost.
  const service = loadKernel().then(makeSimulationService);
  const waiting: Waiting = {
    prepare: async (...given) => (await service).prepare(...given),
    runBlock: async (...given) => (await service).runBlock(...given),
    summarise: async (...given) => (await service).summarise(...given),
    sample: async (...given) => (await service).sample(...given),
    replay: async (...given) => (await service).replay(...given),
  };
  expose(waiting, endpoint);
}
