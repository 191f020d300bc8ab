import type { Plan } from '../model/plan';
import { replayTrial } from '../sim/replayTrial';
import { bestKernel } from '../../workers/kernels';
import { replayText } from './replayText';
import { EXIT, type ExitCode, type Terminal } from './terminal';

/** Runs one trial of a plan again and prints it, as text or as JSON. */
export function replay(plan: Plan, trial: number, json: boolean, terminal: Terminal): ExitCode {
  const told = replayTrial(bestKernel(), plan, trial);
  if (!json) {
    terminal.out(replayText(plan, told));
    return EXIT.done;
  }
  const row = Object.fromEntries(Object.entries(told.row).map(([name, values]) => [name, [...values]]));
  terminal.out(`${JSON.stringify({ ...told, row }, null, 2)}\n`);
  return EXIT.done;
}
