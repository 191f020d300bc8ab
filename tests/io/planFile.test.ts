import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPlanFile, writePlanFile, writePlanFileInSteps } from '../../src/io/planFile';
import { planFileFault } from '../../src/io/planFileFault';
import { planFileName } from '../../src/io/planFileName';
import { makeStartUpSample } from '../../src/model/samples';
import { frozen } from '../support/frozen';
import { makeBookPlan } from '../support/makeBookPlan';
import { planArbitrary } from '../support/planArbitrary';

function firstProblem(text: string): { code: string; message: string } {
  const result = readPlanFile(text);
  return result.ok ? { code: 'none', message: '' } : (result.problems[0] ?? { code: 'none', message: '' });
}

describe('a plan file', () => {
  test('gives back exactly the plan it was written of, and what is read is written the same ever after', () => {
    fc.assert(
      fc.property(planArbitrary, (plan) => {
        const text = writePlanFile(frozen(plan));
        const read = readPlanFile(text);
        expect(read).toEqual({ ok: true, value: { kind: 'plan', plan } });
        if (!read.ok || read.value.kind !== 'plan') return;
        const again = writePlanFile(read.value.plan);
        const reread = readPlanFile(again);
        expect(reread.ok && reread.value.kind === 'plan' && writePlanFile(reread.value.plan)).toBe(again);
      }),
      { numRuns: 60 },
    );
  });

  test('of thousands of accounts is written and read in steps, as it would be at once', () => {
    const plan = frozen(makeBookPlan(makeStartUpSample(), 4500, 3));
    const book = plan.accountBook;
    for (const each of book ? [plan, { ...plan, accountBook: { ...book, splits: [] } }] : []) {
      let steps = 0;
      const writing = writePlanFileInSteps({ ...each, name: '"accounts": [] $&' });
      let written = writing.next();
      for (; written.done !== true; steps++) written = writing.next();
      expect(written.value).toBe(`${JSON.stringify({ ...each, name: '"accounts": [] $&' }, null, 2)}\n`);
      expect(steps).toBeGreaterThan(3);
    }
    const read = readPlanFile(writePlanFile(plan));
    expect(read).toEqual({ ok: true, value: { kind: 'plan', plan } });
  });

  test('written by hand is read, with or without a byte order mark', () => {
    const text = readFileSync(fileURLToPath(new URL('../fixtures/one-seat.json', import.meta.url)), 'utf8');
    expect(readPlanFile(text)).toMatchObject({
      ok: true,
      value: { kind: 'plan', plan: { name: 'One seat' } },
    });
    expect(readPlanFile(`\uFEFF${text}`)).toEqual(readPlanFile(text));
  });

  test('of a whole library is told apart', () => {
    const text = '{"format":"turfcast-library","version":1,"plans":[]}';
    expect(readPlanFile(text)).toEqual({ ok: true, value: { kind: 'library', text } });
  });

  test('that is empty, a table, a spreadsheet or something else says what to do', () => {
    expect(firstProblem('').code).toBe('empty-file');
    expect(firstProblem(' \r\n').code).toBe('empty-file');
    for (const table of [
      'opportunity_id,sales_agent\n1,Moses',
      'a;b;c\n1;2;3',
      'a\tb\n1\t2',
      '"id","name"\n',
    ])
      expect(firstProblem(table)).toMatchObject({
        code: 'table-file',
        message: expect.stringContaining('Drop it in Data'),
      });
    expect(firstProblem('PK\u0003\u0004\u0014')).toMatchObject({ code: 'table-file' });
    for (const other of [
      'hello',
      '<!doctype html>, a page',
      '42',
      '[1]',
      '{}',
      '{"format":"other"}',
      '"text"',
    ])
      expect(firstProblem(other).code).toBe('foreign-file');
    expect(firstProblem('{"format":"geo"}').message).toContain('got format “geo”');
  });

  test('that is no JSON names line and column', () => {
    expect(firstProblem('{\n  "format": "turfcast-plan",\n  "name": oops\n}')).toEqual(
      expect.objectContaining({
        code: 'not-json',
        message: expect.stringContaining('got “o” out of place at line 3, column 11'),
      }),
    );
    const text = writePlanFile(makeStartUpSample());
    expect(firstProblem(text.slice(0, text.length / 2))).toMatchObject({ code: 'not-json' });
    expect(firstProblem('{"format": "turfcast-plan"').message).toContain(
      'ends too early, at line 1, column 27',
    );
    for (const cut of ['{"format": "turf', '{"for', '{"a": tru', '{"a": [1, "b\\'])
      expect(firstProblem(cut).message, cut).toContain(`ends too early, at line 1, column ${cut.length + 1}`);
    expect(firstProblem('{"a" "b').message, 'a string where a colon must be').toContain('out of place');
  });

  test('of a newer version or against a rule gives the plan’s own problems', () => {
    const text = writePlanFile(makeStartUpSample());
    expect(firstProblem(text.replace('"version": 2', '"version": 3')).code).toBe('newer-version');
    const renamed: unknown = { ...makeStartUpSample(), name: 5 };
    expect(readPlanFile(JSON.stringify(renamed))).toMatchObject({ ok: false, problems: [{ path: 'name' }] });
  });
});

describe('the place of a fault', () => {
  test('is found where, and only where, JSON.parse refuses', () => {
    const piece = fc.constantFrom(
      ...'{}[]:,"0129.-+eEtfnu \\\n\tab',
      'true',
      'null',
      '"a"',
      '1.5',
      '\\u00e9',
      '\u0001',
    );
    const mixed = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    const mutated = fc.tuple(fc.json(), fc.nat(), piece).map(([text, at, wrong]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + wrong + text.slice(place + 1);
    });
    fc.assert(
      fc.property(fc.oneof(fc.json(), mixed, mutated), (text) => {
        let sound = true;
        try {
          JSON.parse(text);
        } catch {
          sound = false;
        }
        expect(planFileFault(text) === undefined).toBe(sound);
      }),
      { numRuns: 3000 },
    );
  });

  test('is found at once in a long text that never closes', () => {
    expect(planFileFault(`{"name": "${'a'.repeat(1_000_000)}`)).toEqual({
      line: 1,
      column: 1_000_011,
      found: '',
    });
    expect(planFileFault('['.repeat(100_000))).toEqual({ line: 1, column: 100_001, found: '' });
  });

  test('is the first character that does not fit', () => {
    expect(planFileFault('[1,\n 2,\n x]')).toEqual({ line: 3, column: 2, found: 'x' });
    expect(planFileFault('[1, 2')).toEqual({ line: 1, column: 6, found: '' });
    expect(planFileFault('{"a": 1,}')).toEqual({ line: 1, column: 9, found: '}' });
    expect(planFileFault('[1] 2')).toEqual({ line: 1, column: 5, found: '2' });
    expect(planFileFault('[😀]')).toEqual({ line: 1, column: 2, found: '😀' });
  });
});

test('the file’s name is one that every system takes', () => {
  expect(planFileName({ name: 'Hiring plan: FY27' })).toBe('Hiring plan FY27.turfcast.json');
  expect(planFileName({ name: 'Größe / Wien' })).toBe('Größe Wien.turfcast.json');
  expect(planFileName({ name: '...' })).toBe('plan.turfcast.json');
  expect(planFileName({ name: 'CON' })).toBe('plan CON.turfcast.json');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const made = planFileName({ name });
      expect(made).toMatch(/^[^<>:"/\\|?*\p{Cc}. ][^<>:"/\\|?*\p{Cc}]*\.turfcast\.json$/u);
      expect(made.length).toBeLessThan(160);
    }),
  );
});
