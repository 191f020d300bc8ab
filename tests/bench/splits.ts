/** Times split designs on the shared instances, and METIS on the same where a path of gpmetis is given; prints JSON. */
import Delaunator from 'delaunator';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededDraws } from '../../src/model/seededDraws';
import { designSplit } from '../../src/territory/designSplit';
import { makeGraph, type Edge } from '../../src/territory/graph';
import { boundDisruption, measureDisruption } from '../../src/territory/measureDisruption';
import { worstStrain } from '../../src/territory/limits';
import { measureSplit } from '../../src/territory/measureSplit';
import { rebalanceSplit } from '../../src/territory/rebalanceSplit';
import type { Split, Units } from '../../src/territory/units';

const [data = '', scratch = '', gpmetis = ''] = process.argv.slice(2);
/** Smallest of so many runs: what the machine does beside is no part of it. */
const RUNS = 3;

const rowsOf = (file: string) =>
  readFileSync(join(data, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));

function readUnits(
  file: string,
  measure: string,
  edges: (x: Float64Array, y: Float64Array) => Edge[],
): Units {
  const [head = [], ...rows] = rowsOf(file);
  const column = (name: string) => Float64Array.from(rows, (row) => Number(row[head.indexOf(name)]));
  const [x, y] = [column('x'), column('y')];
  return { count: rows.length, x, y, weight: column(measure), graph: makeGraph(rows.length, edges(x, y)) };
}

const countyEdges = () =>
  rowsOf('counties_adj.csv')
    .slice(1)
    .map(([from, to, km]) => ({ from: Number(from), to: Number(to), km: Number(km) }));

function delaunayEdges(x: Float64Array, y: Float64Array): Edge[] {
  const { triangles, halfedges } = Delaunator.from(Array.from(x, (each, unit) => [each, y[unit] ?? 0]));
  const edges: Edge[] = [];
  halfedges.forEach((twin, half) => {
    const from = triangles[half];
    const to = triangles[half % 3 === 2 ? half - 2 : half + 1];
    if (twin < half && from !== undefined && to !== undefined) edges.push({ from, to, km: 1 });
  });
  return edges;
}

/** CPU seconds, the smallest of the runs, and what they give. */
function timed<Value>(run: () => Value): { seconds: number; value: Value } {
  let best: { seconds: number; value: Value } | undefined;
  for (let turn = 0; turn < RUNS; turn++) {
    const before = process.cpuUsage();
    const value = run();
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (!best || seconds < best.seconds) best = { seconds, value };
  }
  if (!best) throw new Error('there must be a run');
  return best;
}

function row(what: string, units: Units, split: Split, k: number, seconds: number) {
  const found = measureSplit(units, split, k);
  return {
    what,
    seconds,
    deviation: found.maxDeviation,
    adjusted: found.adjustedDeviation,
    pieces: found.inPieces,
    km: found.rmsKm,
  };
}

/** One run of METIS, contiguous, to one percent. */
function metis(name: string, units: Units, k: number) {
  const file = join(scratch, `${name}.graph`);
  const { start, to } = units.graph;
  // whole numbers whose sum fits into a word
  const scale = 1e9 / units.weight.reduce((sum, each) => sum + each, 0);
  const lines = [`${units.count} ${to.length / 2} 010`];
  for (let unit = 0; unit < units.count; unit++) {
    const neighbours = Array.from(to.subarray(start[unit], start[unit + 1]), (other) => other + 1);
    lines.push([Math.max(1, Math.round(scale * (units.weight[unit] ?? 0))), ...neighbours].join(' '));
  }
  writeFileSync(file, lines.join('\n'));
  const said = execFileSync(gpmetis, ['-contig', '-ufactor=10', file, String(k)], { encoding: 'utf8' });
  const seconds = Number(/Partitioning:\s+([0-9.]+) sec/.exec(said)?.[1]);
  const split = Int32Array.from(readFileSync(`${file}.part.${k}`, 'utf8').trim().split('\n'), Number);
  return row(`${name}, METIS`, units, split, k, seconds);
}

const rows: ReturnType<typeof row>[] = [];
function race(name: string, units: Units, k: number) {
  const { seconds, value } = timed(() => designSplit(units, { territories: k, tolerance: 0.01, seed: 1 }));
  rows.push(row(`${name}, Turfcast`, units, value, k, seconds));
  if (gpmetis) rows.push(metis(name, units, k));
}

const counties = readUnits('counties.csv', 'synth', countyEdges);
for (const k of [20, 50, 100]) race(`3,108 counties, k = ${k}`, counties, k);
race('counties by population, k = 50', readUnits('counties.csv', 'pop', countyEdges), 50);
race('20,000 points, k = 100', readUnits('points20k_zip.csv', 'w', delaunayEdges), 100);
race('100,000 points, k = 100', readUnits('points100k_zip.csv', 'w', delaunayEdges), 100);

/** Growth of up to 40 % either way by territory, and what it takes to come back to 5 %. */
function rebalancing() {
  const k = 50;
  const current = designSplit(counties, { territories: k, tolerance: 0.01, seed: 1 });
  const draw = seededDraws(5);
  const growth = Float64Array.from({ length: k }, () => 0.6 + 0.8 * draw());
  const weight = counties.weight.map((each, unit) => each * (growth[current[unit] ?? 0] ?? 1));
  const units = { ...counties, weight };
  const targets = new Float64Array(k).fill(weight.reduce((sum, each) => sum + each, 0) / k);
  const { seconds, value } = timed(() =>
    rebalanceSplit(units, current, { targets, tolerance: 0.05, seed: 1, stickiness: 1 }),
  );
  return {
    seconds,
    from: measureSplit(units, current, k).maxDeviation,
    to: measureSplit(units, value, k).maxDeviation,
    moved: measureDisruption(weight, current, value).movedShare,
    bound: boundDisruption(units, current, targets, 0.05).alongBorders,
  };
}

/** The county weights and a second measure that goes with them, both within 5 %. */
function twoMeasures() {
  const k = 50;
  const { cols, units: table } = JSON.parse(readFileSync(join(data, 'counties_nopop.json'), 'utf8')) as {
    readonly cols: readonly string[];
    readonly units: readonly (readonly unknown[])[];
  };
  const values = Float64Array.from(table, (row) => Number(row[cols.indexOf('synth2')]));
  const mean = values.reduce((sum, each) => sum + each, 0) / k;
  const fill = (value: number) => new Float64Array(k).fill(value);
  const limit = {
    values,
    targets: fill(mean),
    lowest: fill(0.95 * mean),
    highest: fill(1.05 * mean),
    scale: fill(0.05 * mean),
  };
  const { seconds, value } = timed(() =>
    designSplit(counties, { territories: k, tolerance: 0.05, seed: 1, limits: [limit] }),
  );
  const { maxDeviation, rmsKm } = measureSplit(counties, value, k);
  return { seconds, first: maxDeviation, second: 0.05 * worstStrain([limit], value, k), km: rmsKm };
}

console.log(JSON.stringify({ rows, rebalance: rebalancing(), two: twoMeasures() }));
