import { expose, transfer, type Endpoint } from 'comlink';
import type { BlockOutcome } from '../src/sim/outcome';
import type { SimulationWorker } from './protocol';
import { makeSimulationService } from './simulationService';

/** Answers simulation calls on that endpoint (a worker's own scope where none is given); outcomes are moved, not copied. */
export function exposeSimulation(endpoint?: Endpoint): void {
  const service = makeSimulationService();
  const moving: SimulationWorker = {
    ...service,
    runBlock(key, block, trials) {
      const outcome = service.runBlock(key, block, trials);
      return transfer(outcome, buffersOf(outcome));
    },
  };
  expose(moving, endpoint);
}

/** The buffers behind an outcome's arrays, each once: arrays may share one, and a buffer is moved only once. */
function buffersOf(outcome: BlockOutcome): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const value of Object.values(outcome)) {
    if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  }
  return [...buffers];
}
