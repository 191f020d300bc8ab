import { parseArgs } from 'node:util';
import { parseImportCommand, type ImportCommand } from './parseImportCommand';
import { UsageFault, onlyPlan, wholeOption } from './options';

export interface SimulateCommand {
  readonly kind: 'simulate';
  readonly planFile: string;
  readonly trials: number | undefined;
  readonly seed: number | undefined;
  readonly workers: number | undefined;
  readonly json: boolean;
  /** The number of the one trial to be shown, in place of a run. */
  readonly replay: number | undefined;
}

export type Command =
  | SimulateCommand
  | ImportCommand
  | { readonly kind: 'check'; readonly planFile: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** Reads the words of a command line. Throws `UsageFault` where it is mistaken. */
export function parseCommand(words: readonly string[]): Command {
  const [command, ...args] = words;
  if (command === '--help' || command === '-h' || command === 'help') return { kind: 'help' };
  if (command === '--version') return { kind: 'version' };
  if (command !== undefined && args.some((word) => word === '--help' || word === '-h'))
    return { kind: 'help' };
  switch (command) {
    case 'simulate':
      return parseSimulate(args);
    case 'import':
      return parseImportCommand(args);
    case 'check': {
      const { positionals } = parseArgs({ args, options: HELP, allowPositionals: true });
      return { kind: 'check', planFile: onlyPlan(positionals) };
    }
    case undefined:
      throw new UsageFault('command must be simulate, import or check, got none');
    default:
      throw new UsageFault(`command must be simulate, import or check, got ${command}`);
  }
}

function parseSimulate(args: string[]): SimulateCommand {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...HELP,
      trials: { type: 'string' },
      seed: { type: 'string' },
      workers: { type: 'string' },
      json: { type: 'boolean', default: false },
      replay: { type: 'string' },
    },
  });
  return {
    kind: 'simulate',
    planFile: onlyPlan(positionals),
    trials: wholeOption('trials', values.trials, 1, 1_000_000),
    seed: wholeOption('seed', values.seed, 0, 0xffff_ffff),
    workers: wholeOption('workers', values.workers, 1, 16),
    json: values.json,
    replay: wholeOption('replay', values.replay, 0, 999_999),
  };
}
