import { migrateToVersion2 } from './migrateToVersion2';
import { makeProblem } from './planProblems';
import { isPlanRecord, type PlanRecord } from './planRecord';
import { fail, succeed, type Result } from './problem';

/** Turns a plan of one version into the next one's. Total: it passes over what it cannot read, `parsePlan` names it. */
export type PlanMigration = (plan: PlanRecord) => PlanRecord;

/** The steps from version 1 to 2, from 2 to 3, and so on up to `PLAN_VERSION`. */
export const planMigrations: readonly PlanMigration[] = [migrateToVersion2];

/**
 * Something that was stored, as a record of the newest version that these steps lead to. Problems: `not-a-plan`
 * where it is nothing of ours, `wrong-version` where its version is no version, `newer-version` where a later
 * app wrote it.
 */
export function migratePlan(
  input: unknown,
  migrations: readonly PlanMigration[] = planMigrations,
): Result<PlanRecord> {
  if (!isPlanRecord(input)) return fail([makeProblem('not-a-plan', [], 'must be an object', input)]);
  const { format, version } = input;
  if (format !== 'turfcast-plan')
    return fail([makeProblem('not-a-plan', ['format'], 'must be turfcast-plan', format)]);
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return fail([makeProblem('wrong-version', ['version'], 'must be a whole number from 1', version)]);
  const newest = migrations.length + 1;
  if (version > newest) {
    const rule = `must be at most ${newest}: a newer Turfcast wrote this plan, so reload or update the app to open it`;
    return fail([makeProblem('newer-version', ['version'], rule, version)]);
  }
  let plan: PlanRecord = input;
  migrations.slice(version - 1).forEach((migrate, step) => {
    plan = { ...migrate(plan), version: version + step + 1 };
  });
  return succeed(plan);
}
