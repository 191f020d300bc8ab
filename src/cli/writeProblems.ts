import type { Problem } from '../model/problem';
import { EXIT, type ExitCode, type Terminal } from './terminal';

/** Writes problems one a line as `path: message`; those of a whole file carry its name. */
export function writeProblems(terminal: Terminal, problems: readonly Problem[], file: string): ExitCode {
  for (const { path, message } of problems)
    terminal.err(`${path === '' ? file : path}: ${message.replaceAll('\n', ' ')}\n`);
  return EXIT.badInput;
}
