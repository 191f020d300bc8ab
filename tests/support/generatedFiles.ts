import { toJsonSchema } from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import { planSchema } from '../../src/model/planSchema';
import { makeStartUpSample, makeThreeRegionSample } from '../../src/model/samples';

/** The plan's JSON Schema: what may be handed in, defaults left out. Rules it has no word for are in static/plan-format.md. */
function planJsonSchema(): object {
  const { $schema, ...schema } = toJsonSchema(planSchema, { typeMode: 'input', errorMode: 'ignore' });
  return { $schema, title: 'Turfcast plan', ...schema };
}

/** Files of static/ that code writes, and what it would write today as the project formats it. */
export const generatedFiles: Readonly<Record<string, () => object>> = {
  'static/plan.schema.json': planJsonSchema,
  'static/samples/start-up.json': makeStartUpSample,
  'static/samples/three-regions.json': makeThreeRegionSample,
};

/** A value as a JSON file of that path, formatted as the project's files are. */
export async function formatJsonFile(path: string, value: unknown): Promise<string> {
  const config = await resolveConfig(path);
  return format(JSON.stringify(value), { ...config, plugins: [], filepath: path });
}
