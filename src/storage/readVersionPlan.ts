import { parsePlan } from '../model/parsePlan';
import type { Plan } from '../model/plan';
import { fail, type Problem, type Result } from '../model/problem';
import type { Tables } from './database';
import { dropParts } from './keepParts';
import { keepAside } from './setAside';
import { partsOf, readWhole, withWholePlan } from './wholePlan';

/** The plan of one version. One that cannot be read is set aside with its entry. Needs a transaction that writes. */
export async function readVersionPlan(
  tables: Tables,
  id: string,
  revision: number,
  now: string,
): Promise<Result<Plan>> {
  const raw = await tables.get('versionPlans', [id, revision]);
  if (raw === undefined)
    return fail([
      problem(
        'version-unknown',
        `Version ${revision} of this plan is not kept any more. Choose another one.`,
      ),
    ]);
  const plan = parsePlan(await readWhole(tables, raw));
  if (plan.ok) return plan;
  const entry = await tables.get('versions', [id, revision]);
  const record = await withWholePlan(tables, raw);
  await keepAside(tables, `${id} version ${revision}`, { entry, record }, plan.problems, now);
  await tables.delete('versions', [id, revision]);
  await tables.delete('versionPlans', [id, revision]);
  await dropParts(tables, partsOf(raw));
  return fail([
    problem(
      'set-aside',
      `Version ${revision} of this plan could not be read and was set aside as it is. Choose another one.`,
    ),
  ]);
}

const problem = (code: string, message: string): Problem => ({ code, path: '', message });
