import Delaunator from 'delaunator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LongestHop } from '../../src/territory/longestHop';

test('the longest hop that cannot be avoided is that of a search through all ways', () => {
  const coordinate = fc.integer({ min: 0, max: 50 });
  const points = fc.uniqueArray(fc.tuple(coordinate, coordinate), {
    minLength: 4,
    maxLength: 20,
    selector: ([x, y]) => 100 * x + y,
  });
  fc.assert(
    fc.property(points, (list) => {
      const coords = Float64Array.from(list.flat());
      const { triangles, halfedges } = new Delaunator(coords);
      const ends = (edge: number) =>
        [triangles[edge] ?? 0, triangles[edge % 3 === 2 ? edge - 2 : edge + 1] ?? 0] as const;
      const lengths = Float64Array.from(triangles, (_, edge) => {
        const [[ax, ay], [bx, by]] = ends(edge).map((end) => list[end] ?? [0, 0]) as [number[], number[]];
        return Math.hypot((ax ?? 0) - (bx ?? 0), (ay ?? 0) - (by ?? 0));
      });
      const worst = list.map((_, i) => list.map((__, j) => (i === j ? 0 : Infinity)));
      const at = (i: number, j: number) => worst[i]?.[j] ?? Infinity;
      const set = (i: number, j: number, value: number) => void worst[i]?.splice(j, 1, value);
      triangles.forEach((_, edge) => {
        const [from, to] = ends(edge);
        set(from, to, lengths[edge] ?? 0);
        set(to, from, lengths[edge] ?? 0);
      });
      list.forEach((_, k) =>
        list.forEach((__, i) =>
          list.forEach((___, j) => set(i, j, Math.min(at(i, j), Math.max(at(i, k), at(k, j))))),
        ),
      );
      const hops = new LongestHop({ coords, triangles, halfedges }, lengths);
      list.forEach((_, i) => list.forEach((__, j) => expect(hops.between(i, j)).toBe(at(i, j))));
    }),
    { seed: 8, numRuns: 60 },
  );
});
