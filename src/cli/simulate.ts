import { availableParallelism, totalmem } from 'node:os';
import { formatCount } from '../model/format/formatCount';
import type { Plan } from '../model/plan';
import { makePoolRunner } from '../runner/poolRunner';
import { writeSummary } from '../stats/writeSummary';
import type { SimulateCommand } from './parseCommand';
import { readPlan } from './readPlan';
import { replay } from './replay';
import { summaryText } from './summaryText';
import { EXIT, type ExitCode, type Terminal } from './terminal';
import { makeThreadWorker } from './threadWorker';
import { writeProblems } from './writeProblems';

/** Runs a plan file on threads; `script` is the thread's. */
export async function simulate(command: SimulateCommand, terminal: Terminal, script: URL): Promise<ExitCode> {
  const read = await readPlan(command.planFile);
  if (!read.ok) return writeProblems(terminal, read.problems, command.planFile);
  const plan: Plan = {
    ...read.value,
    run: {
      ...read.value.run,
      ...(command.seed !== undefined && { seed: command.seed }),
      ...(command.trials !== undefined && { trials: command.trials }),
    },
  };
  if (command.replay !== undefined) return replay(plan, command.replay, command.json, terminal);
  const runner = makePoolRunner({
    makeWorker: () => makeThreadWorker(script),
    size: command.workers ?? availableParallelism(),
    memory: totalmem(),
  });
  try {
    const most = plan.run.standardError === undefined ? '' : 'at most ';
    const wanted = most + formatCount(plan.run.trials);
    const result = await runner.run(plan, {
      onProgress: ({ trials }) => terminal.progress?.(`${formatCount(trials)} of ${wanted} trials`),
    });
    terminal.progress?.('');
    if (!result.ok) return writeProblems(terminal, result.problems, command.planFile);
    terminal.out(command.json ? writeSummary(result.value) : summaryText(plan, result.value));
    return EXIT.done;
  } finally {
    runner.dispose();
  }
}
