import { readFile } from 'node:fs/promises';
import { readPlanFile } from '../io/planFile';
import type { Plan } from '../model/plan';
import { fail, succeed, type Result } from '../model/problem';
import { unreadable } from './unreadable';

/** Reads a plan file from the disk. */
export async function readPlan(file: string): Promise<Result<Plan>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return fail([unreadable(file, error)]);
  }
  const read = readPlanFile(text);
  if (!read.ok) return read;
  if (read.value.kind === 'plan') return succeed(read.value.plan);
  const message = 'the file must hold one plan, got a whole library; open it in the app and export the plan';
  return fail([{ code: 'library-file', path: '', message }]);
}
