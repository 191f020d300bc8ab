import { readFileSync } from 'node:fs';
import { makeGraph } from '../../../src/territory/graph';
import type { Split, Units } from '../../../src/territory/units';
import { sharedFile } from '../../support/shared';

const units = sharedFile('data/territory/counties.csv');
const second = sharedFile('data/territory/counties_nopop.json');
const edges = sharedFile('data/territory/counties_adj.csv');

export const COUNTIES_ABSENT = 'skipped: ../shared/data/territory is absent';
export const hasCounties = units !== undefined && edges !== undefined && second !== undefined;

const rowsOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));

/** The counties of the lower 48, weighted by one of their columns. */
export function readCounties(measure: 'synth' | 'work' | 'pop'): Units {
  if (!units || !edges) throw new Error(COUNTIES_ABSENT);
  const [head = [], ...rows] = rowsOf(units);
  const column = (name: string) => Float64Array.from(rows, (row) => Number(row[head.indexOf(name)]));
  const [, ...pairs] = rowsOf(edges);
  return {
    count: rows.length,
    x: column('x'),
    y: column('y'),
    weight: column(measure),
    area: column('area'),
    perimeter: column('per'),
    graph: makeGraph(
      rows.length,
      pairs.map(([from, to, km]) => ({ from: Number(from), to: Number(to), km: Number(km) })),
    ),
  };
}

/** A reference split of the counties. */
export function readReference(name: string): Split {
  const path = sharedFile(`data/territory/plans/ref_${name}.txt`);
  if (!path) throw new Error(COUNTIES_ABSENT);
  return Int32Array.from(readFileSync(path, 'utf8').trim().split('\n'), Number);
}

/** A measure of the same counties that goes with `synth`, though not step for step. */
export function readSecondMeasure(): Float64Array {
  if (!second) throw new Error(COUNTIES_ABSENT);
  const { cols, units: rows } = JSON.parse(readFileSync(second, 'utf8')) as {
    readonly cols: readonly string[];
    readonly units: readonly (readonly unknown[])[];
  };
  return Float64Array.from(rows, (row) => Number(row[cols.indexOf('synth2')]));
}
