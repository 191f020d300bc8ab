/** Writes the plans that the map is measured on to a folder: counties, and points. Argument: the folder. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeStartUpSample } from '../../src/model/samples';
import { planId } from '../../src/model/units';
import { writePlanFile } from '../../src/io/planFile';
import { makeBookPlan } from '../support/makeBookPlan';
import { makeCountyPlan } from '../support/makeCountyPlan';

const [folder = ''] = process.argv.slice(2);
const sample = makeStartUpSample();

for (const [name, plan] of [
  ['counties', makeCountyPlan(sample, 50)],
  ['points20k', makeBookPlan(sample, 20_000, 50)],
  ['points33k', makeBookPlan(sample, 33_000, 50)],
] as const)
  writeFileSync(join(folder, `${name}.json`), writePlanFile({ ...plan, id: planId(name), name }));
