import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/territory/graph';
import { seededDraws } from '../../src/model/seededDraws';
import { joinPoints } from '../../src/territory/joinPoints';

const neighbours = ({ start, to }: Graph, unit: number) =>
  [...to.slice(start[unit], start[unit + 1])].sort((a, b) => a - b);

const join = (points: readonly (readonly [number, number])[]) =>
  joinPoints(
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
  );

/** How many pieces the graph falls into, by an independent search. */
function pieces(graph: Graph, count: number): number {
  const seen = new Set<number>();
  let found = 0;
  for (let first = 0; first < count; first++) {
    if (seen.has(first)) continue;
    found++;
    const waiting = [first];
    seen.add(first);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
      for (const other of neighbours(graph, at))
        if (!seen.has(other)) {
          seen.add(other);
          waiting.push(other);
        }
  }
  return found;
}

describe('neighbours of points', () => {
  test('on a grid are those beside and on one of the diagonals; the border is that of their cells', () => {
    const grid = Array.from(
      { length: 25 },
      (_, index) => [10 * (index % 5), 10 * Math.floor(index / 5)] as const,
    );
    const graph = join(grid);
    expect(neighbours(graph, 12)).toEqual(expect.arrayContaining([7, 11, 13, 17]));
    const place = [...graph.to.slice(graph.start[12], graph.start[13])].indexOf(13);
    expect(graph.border[(graph.start[12] ?? 0) + place]).toBeCloseTo(10, 6);
  });

  test('across a bay are none: the hull’s long edges are peeled off', () => {
    // a horseshoe: a square of 200 km without its middle, open to the east
    const draw = seededDraws(4);
    const inBay = (x: number, y: number) => x > 60 && y > 60 && y < 140;
    const points = Array.from({ length: 1200 }, () => [200 * draw(), 200 * draw()] as const).filter(
      ([x, y]) => !inBay(x, y),
    );
    const graph = join(points);
    const crossing = points.flatMap(([, y], index) =>
      y > 60 ? [] : neighbours(graph, index).filter((other) => (points[other]?.[1] ?? 0) >= 140),
    );
    expect(crossing).toEqual([]);
    expect(pieces(graph, points.length)).toBe(1);
  });

  test.each([
    ['none', [], []],
    ['one', [[0, 0]], [[]]],
    [
      'two',
      [
        [0, 0],
        [3, 4],
      ],
      [[1], [0]],
    ],
    [
      'a line',
      [
        [2, 2],
        [0, 0],
        [1, 1],
      ],
      [[2], [2], [0, 1]],
    ],
    [
      'a line upwards',
      [
        [0, 5],
        [0, 1],
        [0, 3],
      ],
      [[2], [2], [0, 1]],
    ],
  ] as [string, [number, number][], number[][]][])('%s', (_, points, wanted) => {
    const graph = join(points);
    expect(points.map((__, index) => neighbours(graph, index))).toEqual(wanted);
  });

  test('at one place hold together, whatever one of them leaves', () => {
    const points = Array.from({ length: 60 }, () => [7, 7] as const);
    const graph = join([...points, [0, 0], [20, 3]]);
    expect(pieces(graph, 62)).toBe(1);
    for (let index = 0; index < 60; index++) expect(neighbours(graph, index).length).toBeGreaterThan(1);
  });

  test('hang together, both ways, whatever the points', () => {
    const coordinate = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ min: -2500, max: 2500, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 }), (points) => {
        const graph = join(points);
        expect(pieces(graph, points.length)).toBe(1);
        points.forEach((_, index) => {
          const list = neighbours(graph, index);
          expect(new Set(list).size).toBe(list.length);
          expect(list).not.toContain(index);
          for (const other of list) expect(neighbours(graph, other)).toContain(index);
        });
        expect(graph.border.every((km) => km >= 0 && Number.isFinite(km))).toBe(true);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
