import { describe, expect, test } from 'vitest';
import { illegalImports, importsOf, roomOf, type ImportRule } from './support/importRules';
import { chanceAndClock, domGlobals, inexactMaths } from './support/purity';
import { readSources } from './support/sources';

/** The rooms that know no page, no clock, no storage and no framework, and run the same anywhere. */
const PURE = ['model', 'sim', 'stats', 'territory', 'calibrate', 'decide'];

/** model ← sim ← stats ← (territory, calibrate, decide) ← workers ← runner ← state ← ui; the rest at the side. */
const RULES: Readonly<Record<string, ImportRule>> = {
  model: { values: [], types: [], packages: ['valibot'] },
  sim: { values: ['model'], types: [], packages: [] },
  // outcome holds a block's shape and its constants; the other two what the plan's figures are counted by: nothing of the engine.
  stats: {
    values: ['model', 'sim/outcome', 'sim/engineVersion', 'sim/sketchFloors', 'sim/groupTargets'],
    types: ['sim'],
    packages: [],
  },
  // Maths that gives the same bits in every host.
  territory: {
    values: ['model', 'stats', 'sim/kernel/elementary'],
    types: [],
    packages: ['d3-', 'flatbush', 'kdbush', 'delaunator'],
  },
  calibrate: { values: ['model', 'stats'], types: [], packages: [] },
  decide: {
    values: ['model', 'stats', 'calibrate/betaFunctions'],
    types: ['runner', 'sim/replay'],
    packages: [],
  },
  io: {
    values: ['model'],
    types: ['stats'],
    packages: [
      'papaparse',
      'd3-dsv',
      'valibot',
      'write-excel-file',
      'read-excel-file',
      'fflate',
      'iso-3166',
      'topojson-',
      'geojson',
    ],
  },
  // The golden files are the tests', and shown by the page that holds a browser to them.
  bench: {
    values: ['model', 'sim', 'tests/fixtures/one-seat.json', 'tests/golden/digests.json'],
    types: [],
    packages: [],
  },
  workers: {
    values: [...PURE, 'bench', 'io'],
    types: [],
    packages: ['comlink', 'virtual:turfcast-', 'us-atlas', 'world-atlas'],
  },
  runner: {
    values: [
      'model',
      'sim/outcome',
      'stats/mergeOutcomes',
      'stats/planSample',
      'stats/isComplete',
      'stats/runBytes',
    ],
    types: ['workers/protocol', 'stats', 'calibrate', 'sim/replay', 'territory'],
    packages: ['comlink'],
  },
  storage: { values: ['model'], types: [], packages: ['idb', '@noble/hashes'] },
  state: {
    values: PURE,
    types: ['runner', 'storage', 'workers/protocol'],
    packages: ['svelte'],
  },
  charts: { values: ['model', 'stats'], types: [], packages: ['d3-', 'svelte'] },
  ui: {
    // Of decide what the groups of assumptions are called and the order of a tornado's bars, and nothing that computes.
    values: ['model', 'stats', 'state', 'charts', 'decide/compare/assumptionGroups', 'decide/tornado/sway'],
    types: PURE,
    // Of D3 how the globe is drawn flat: canvas and hits take numbers, charts have no part in it.
    packages: [
      'svelte',
      '@tanstack/virtual-core',
      '@fontsource-variable',
      'us-atlas',
      'world-atlas',
      'd3-geo',
    ],
  },
  cli: {
    values: [...PURE, 'io', 'runner', 'workers/exposeSimulation', 'workers/kernels', 'package.json'],
    types: ['workers/protocol'],
    packages: ['node:'],
  },
};

/** An export that only hands on what another file has; words in a text are none. */
const HANDS_ON = /export\s+(?:type\s+)?(?:\*|\{)[^;]*?from\s*['"][^;]*;\s*/g;

const sources = readSources('src', 'workers');
const inRooms = (...rooms: readonly string[]) => sources.filter(({ path }) => rooms.includes(roomOf(path)));

describe('the rooms', () => {
  test('no file imports what its room may not', () => {
    const rooms = sources.filter(({ path }) => roomOf(path) !== 'page');
    expect(rooms.length).toBeGreaterThan(0);
    expect(rooms.flatMap(({ path, text }) => illegalImports(path, text, RULES))).toEqual([]);
  });

  test('the pages’ entries alone know the real engine and the real store', () => {
    const entries = ['src/main.ts', 'src/benchmark.ts'];
    const page = sources.filter(({ path }) => roomOf(path) === 'page' && !entries.includes(path));
    const rule = {
      page: { values: [...PURE, 'state', 'ui'], types: ['runner', 'storage'], packages: ['svelte'] },
    };
    expect(page.flatMap(({ path, text }) => illegalImports(path, text, rule))).toEqual([]);
  });

  test('the pure rooms take no chance and no clock: the same input gives the same answer', () => {
    const pure = inRooms(...PURE, 'workers', 'charts');
    expect(pure.flatMap(({ path, text }) => chanceAndClock(path, text))).toEqual([]);
  });

  test('the engine, its summaries and the golden plans use no maths that differs between hosts', () => {
    expect(
      inRooms('sim', 'stats', 'bench', 'territory').flatMap(({ path, text }) => inexactMaths(path, text)),
    ).toEqual([]);
  });

  test('the pure rooms, io and the headless runner use nothing that only a page has', () => {
    expect(inRooms(...PURE, 'io', 'cli').flatMap(({ path, text }) => domGlobals(path, text))).toEqual([]);
  });

  test('files are imported by their names, not through a file that only hands on others', () => {
    const handsOn = ({ path, text }: { path: string; text: string }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim();
      return path.endsWith('.ts') && code !== '' && code.replace(HANDS_ON, '') === '';
    };
    expect(sources.filter(handsOn).map(({ path }) => path)).toEqual([]);
  });

  test('no component holds a fixed style attribute, which the policy complains of', () => {
    const styled = sources.filter(
      ({ path, text }) => path.endsWith('.svelte') && /\sstyle="[^"{]*"/.test(text),
    );
    expect(styled.map(({ path }) => path)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const check = (path: string, text: string) => illegalImports(path, text, RULES);

  test.each([
    [
      'src/model/made.ts',
      "import { runBlock } from '../sim/runBlock';",
      'model must not import ../sim/runBlock',
    ],
    ['src/sim/made.ts', "import * as d3 from 'd3-array';", 'sim must not import the package d3-array'],
    ['src/sim/made.ts', "export * from '../stats/summary';", 'sim must not import ../stats/summary'],
    [
      'src/stats/made.ts',
      "import { a } from '../sim/runBlock';",
      'stats may import types alone from ../sim/runBlock',
    ],
    ['src/stats/made.ts', "import '../sim/runBlock';", 'stats may import types alone from ../sim/runBlock'],
    ['src/runner/made.ts', "const a = await import('../stats/summarise');", 'runner may import types alone'],
    [
      'src/runner/made.ts',
      "import type { A } from '../sim/runBlock';",
      'runner must not import ../sim/runBlock',
    ],
    [
      'src/ui/team/Made.svelte',
      "<script>import { a } from '../../runner/pool';</script>",
      'ui must not import',
    ],
    ['src/ui/Made.svelte', '<script>const a = import(name);</script>', 'a computed path'],
    ['src/charts/made.ts', "let a: import('../state/session').Session;", 'charts must not import'],
    ['workers/made.ts', "import { a } from '../src/state/session';", 'workers must not import'],
    ['src/model/made.ts', "import { start } from '../main';", 'model must not import ../main'],
    ['src/attic/made.ts', '', 'the room attic has no rule'],
  ])('%s with %s is refused', (path, text, words) => {
    expect(check(path, text)).toEqual([expect.stringContaining(words)]);
  });

  test.each([
    ['src/stats/made.ts', "import type { BlockOutcome } from '../sim/outcome';"],
    ['src/stats/made.ts', "import { type BlockOutcome } from '../sim/outcome';"],
    ['src/charts/made.ts', "import { scaleLinear } from 'd3-scale';"],
    ['src/ui/team/Made.svelte', '<script lang="ts">import Made from "../kit/Made.svelte";</script>'],
    ['src/runner/made.ts', "import type { SimulationWorker } from '../../workers/protocol';"],
  ])('%s with %s is allowed', (path, text) => {
    expect(check(path, text)).toEqual([]);
    expect(importsOf(path, text)).toHaveLength(1);
  });

  test('chance, clock, inexact maths and the page are seen', () => {
    const text =
      'let a = Math.random() + Date.now() + +new Date() + Math.exp(2) ** 2;\nconst { pow } = Math;';
    expect(chanceAndClock('a.ts', text)).toHaveLength(3);
    expect(chanceAndClock('a.ts', "new Date('2026-01-01');")).toEqual([]);
    expect(inexactMaths('a.ts', text).sort()).toEqual([
      'a.ts:1 uses Math.exp',
      'a.ts:1 uses Math.random',
      'a.ts:1 uses the power operator',
      'a.ts:2 uses Math other than by a named function',
    ]);
    expect(inexactMaths('a.ts', 'let a = Math.sqrt(2) * Math.floor(3);')).toEqual([]);
    expect(domGlobals('a.ts', 'document.title; plan.document; const window = 1; window;')).toEqual([
      'a.ts:1 uses document',
    ]);
  });
});
