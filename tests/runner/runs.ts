import type { Plan } from '../../src/model/plan';
import type { Result } from '../../src/model/problem';
import { makeStartUpSample } from '../../src/model/samples';
import { makeInProcessRunner } from '../../src/runner/inProcessRunner';
import type { RunSummary } from '../../src/stats/summary';
import { bestKernel } from '../../workers/kernels';
import { makeSimulationService } from '../../workers/simulationService';

/** The 12-seat sample with that many trials. */
export function samplePlan(trials: number, seed = 7): Plan {
  return { ...makeStartUpSample(), run: { seed, trials } };
}

export const nextTask = () => new Promise<void>((resolve) => setImmediate(resolve));

export const inProcess = () =>
  makeInProcessRunner({ loadService: () => makeSimulationService(bestKernel()), yieldToPage: nextTask });

/** The bytes of a result that must be a summary. */
export function bytesOf(result: Result<RunSummary>): string {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return JSON.stringify(result.value);
}

export function codesOf(result: Result<unknown>): string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code);
}
