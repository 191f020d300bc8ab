import { ENGINE_VERSION } from '../sim/engineVersion';
import { version } from '../../package.json';
import { checkPlan } from './checkPlan';
import { importFiles } from './importFiles';
import { UsageFault } from './options';
import { parseCommand, type Command } from './parseCommand';
import { simulate } from './simulate';
import { EXIT, type ExitCode, type Terminal } from './terminal';
import { USAGE } from './usage';

/** Does what a command line says and gives the exit status. `script` is the simulation's thread. */
export async function runTurfcast(
  words: readonly string[],
  terminal: Terminal,
  script: URL,
): Promise<ExitCode> {
  let command: Command;
  try {
    command = parseCommand(words);
  } catch (error) {
    if (!isUsageFault(error)) throw error;
    terminal.err(`turfcast: ${error.message}\nSee turfcast --help.\n`);
    return EXIT.usage;
  }
  switch (command.kind) {
    case 'simulate':
      return simulate(command, terminal, script);
    case 'import':
      return importFiles(command, terminal);
    case 'check':
      return checkPlan(command.planFile, terminal);
    case 'help':
      terminal.out(USAGE);
      return EXIT.done;
    case 'version':
      terminal.out(`turfcast ${version}, engine ${ENGINE_VERSION}\n`);
      return EXIT.done;
  }
}

/** Ours, or one of those that Node's own parser throws. */
function isUsageFault(error: unknown): error is Error {
  if (error instanceof UsageFault) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
