import { fail, type Result } from '../model/problem';

const problem = (code: string, message: string): Result<never> => fail([{ code, path: '', message }]);

/** The run was stopped by its caller or superseded by a newer one; nothing to be shown. */
export const aborted = (): Result<never> => problem('aborted', 'the run was stopped');

/** The browser runs no workers here at all. */
export const noWorkers = (reason: string): Result<never> =>
  problem(
    'no-workers',
    `this browser must allow background workers to simulate quickly (${reason}); allow them for this page, or use a current Chrome, Edge, Firefox or Safari`,
  );

/** Workers run here, but die. */
export const workerFailed = (reason: string): Result<never> =>
  problem(
    'worker-failed',
    `the simulation stopped three times in a row (${reason}); close other tabs to free memory and reload the page, or run fewer trials`,
  );

/** The engine threw: the same would happen again on any worker. */
export const simulationFailed = (error: unknown): Result<never> =>
  problem(
    'simulation-failed',
    `the simulation of this plan stopped with an error (${error instanceof Error ? error.message : String(error)}); undo the last change, and export the plan to report it`,
  );

/** There is no such trial of any plan. */
export const noSuchTrial = (trial: number): Result<never> =>
  problem('no-such-trial', `trial must be a whole number from 0, got ${trial}`);

/** The runner has been disposed of. */
export const disposed = (): Result<never> => problem('disposed', 'the runner must not be used after its end');
