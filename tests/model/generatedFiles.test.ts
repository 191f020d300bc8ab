import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parsePlan } from '../../src/model/parsePlan';
import { formatJsonFile, generatedFiles } from '../support/generatedFiles';

const root = fileURLToPath(new URL('../..', import.meta.url));
const write = process.env['UPDATE'] === '1';

test.each(Object.entries(generatedFiles))(
  '%s is what the code writes today (UPDATE=1 rewrites it)',
  async (path, make) => {
    const file = join(root, path);
    const text = await formatJsonFile(file, make());
    if (write) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  },
);

test.each(['start-up', 'three-regions'])('the sample file %s parses', (name) => {
  const text = readFileSync(join(root, `static/samples/${name}.json`), 'utf8');
  expect(parsePlan(JSON.parse(text))).toMatchObject({ ok: true });
});

test('the minimal plan in the format’s description is the one-seat fixture, and it parses', () => {
  const guide = readFileSync(join(root, 'static/plan-format.md'), 'utf8');
  const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '');
  expect(example).toEqual(JSON.parse(readFileSync(join(root, 'tests/fixtures/one-seat.json'), 'utf8')));
  expect(parsePlan(example)).toMatchObject({ ok: true });
});
