import { safeParse } from 'valibot';
import { migratePlan } from './migratePlan';
import type { Plan } from './plan';
import { planProblems } from './planProblems';
import { planRules } from './planRules';
import { planSchema } from './planSchema';
import { fail, succeed, type Result } from './problem';

/**
 * The one door for plans that were stored, imported or linked: anything → a plan of the current version, or every
 * problem it has, named by path. Migrates older versions, fills in what may be left out, rescales seasonality
 * to a mean of one and drops fields it does not know. The input is left as it is. Linear in its size.
 */
export function parsePlan(input: unknown): Result<Plan> {
  const migrated = migratePlan(input);
  if (!migrated.ok) return migrated;
  const parsed = safeParse(planSchema, migrated.value);
  const problems = [...planProblems(parsed.issues ?? []), ...planRules(migrated.value)];
  return parsed.success && problems.length === 0 ? succeed(parsed.output) : fail(problems);
}
