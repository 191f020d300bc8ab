import { expose, type Endpoint } from 'comlink';
import { makeSimulationService } from './simulationService';

/**
 * Answers simulation calls on that endpoint (a worker's own scope where none is given). Outcomes are copied, not moved:
 * once any buffer of a thread has been moved away, V8 checks before every access whether an array is still there, and
 * the engine's loops take a fifth longer.
 */
export function exposeSimulation(endpoint?: Endpoint): void {
  expose(makeSimulationService(), endpoint);
}
