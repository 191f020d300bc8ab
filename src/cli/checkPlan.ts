import { formatCount } from '../model/format/formatCount';
import { formatMonth } from '../model/format/formatMonth';
import { readPlan } from './readPlan';
import { EXIT, type ExitCode, type Terminal } from './terminal';
import { writeProblems } from './writeProblems';

/** Reads a plan file and says what it holds, or what is wrong with it. */
export async function checkPlan(planFile: string, terminal: Terminal): Promise<ExitCode> {
  const read = await readPlan(planFile);
  if (!read.ok) return writeProblems(terminal, read.problems, planFile);
  const { name, seats, roles, targets, calendar } = read.value;
  const counted = (count: number, thing: string) => `${formatCount(count)} ${thing}${count === 1 ? '' : 's'}`;
  terminal.out(
    `${name}: ${counted(seats.length, 'seat')}, ${counted(roles.length, 'role')}, ${counted(targets.length, 'target')}, ` +
      `${counted(calendar.months, 'month')} from ${formatMonth(calendar.start)}. No problems.\n`,
  );
  return EXIT.done;
}
