import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitPlaceMap, projectPlaces } from '../../src/territory/projectPlaces';
import { cosDegrees, sinDegrees } from '../../src/territory/sinDegrees';

describe('sine and cosine in degrees', () => {
  test('are within 3e-16 of the host’s, and exact at multiples of 90', () => {
    fc.assert(
      fc.property(fc.double({ min: -360, max: 360, noNaN: true }), (angle) => {
        const radians = (angle * Math.PI) / 180;
        // beyond one turn's quarter the host's own argument is rounded by as much as this
        const slack = 3e-16 + Math.abs(radians) * 2.3e-16;
        expect(Math.abs(sinDegrees(angle) - Math.sin(radians))).toBeLessThan(slack);
        expect(Math.abs(cosDegrees(angle) - Math.cos(radians))).toBeLessThan(slack);
        expect(sinDegrees(angle) ** 2 + cosDegrees(angle) ** 2).toBeCloseTo(1, 15);
      }),
      { seed: 1, numRuns: 2000 },
    );
    expect([0, 90, 180, 270, 360, -90].map((angle) => sinDegrees(angle) + 0)).toEqual([0, 1, 0, -1, 0, -1]);
    expect([0, 90, 180, 270, 360, -90].map((angle) => cosDegrees(angle) + 0)).toEqual([1, 0, -1, 0, 1, 0]);
    expect(sinDegrees(30)).toBeCloseTo(0.5, 15);
  });
});

/** Great-circle distance in km, by the haversine formula. */
function distance(a: readonly [number, number], b: readonly [number, number]): number {
  const radians = Math.PI / 180;
  const half =
    Math.sin(((b[1] - a[1]) * radians) / 2) ** 2 +
    Math.cos(a[1] * radians) * Math.cos(b[1] * radians) * Math.sin(((b[0] - a[0]) * radians) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(half));
}

describe('a projection fitted to places', () => {
  const lonLat = [
    [-73.99, 40.75],
    [-118.24, 34.05],
    [-87.63, 41.88],
    [-122.33, 47.61],
    [-80.19, 25.76],
  ] as const;
  const us = lonLat.map(([lon, lat]) => ({ lon, lat }));

  test('is within 2 % of true distances across the United States', () => {
    const { x, y } = projectPlaces(us);
    lonLat.forEach((a, i) =>
      lonLat.forEach((b, j) => {
        if (i <= j) return;
        const flat = Math.hypot((x[i] ?? 0) - (x[j] ?? 0), (y[i] ?? 0) - (y[j] ?? 0));
        expect(Math.abs(flat / distance(a, b) - 1)).toBeLessThan(0.02);
      }),
    );
  });

  test('has east to the right and north up, across the date line too', () => {
    const fiji = [
      { lon: 179, lat: -17 },
      { lon: -179, lat: -17 },
      { lon: 180, lat: -16 },
    ];
    const { x, y } = projectPlaces(fiji);
    expect(x[0]).toBeLessThan(x[2] ?? 0);
    expect(x[2]).toBeLessThan(x[1] ?? 0);
    expect(y[2]).toBeGreaterThan(y[0] ?? 0);
    expect((x[1] ?? 0) - (x[0] ?? 0)).toBeCloseTo(distance([179, -17], [-179, -17]), 0);
  });

  test('keeps areas: a small square is as large at its edge as in the middle, for any places', () => {
    const place = fc.record({
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      lat: fc.double({ min: -80, max: 80, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), place, (places, at) => {
        const { project } = fitPlaceMap(places);
        const step = 0.01;
        const corners = [
          [0, 0],
          [step, 0],
          [step, step],
          [0, step],
        ].map(([dx = 0, dy = 0]) => project({ lon: at.lon + dx, lat: at.lat + dy }));
        // near the centre's antipode, drawn as a circle, nothing small stays small
        if (corners.some(([x, y]) => Math.hypot(x, y) > 12_000)) return;
        let area = 0;
        corners.forEach(([x, y], index) => {
          const [nextX, nextY] = corners[(index + 1) % 4] ?? [0, 0];
          area += (x * nextY - nextX * y) / 2;
        });
        const radians = Math.PI / 180;
        const band = Math.sin((at.lat + step) * radians) - Math.sin(at.lat * radians);
        expect(area / (6371.0088 ** 2 * step * radians * band)).toBeCloseTo(1, 3);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test('leads back to where a place came from, up to the antipode of the middle', () => {
    const { project, unproject } = fitPlaceMap([{ lon: 170, lat: 20 }]);
    for (const [lon, lat] of [
      [170, 20],
      [-170, 60],
      [-11, -19],
      [30, -80],
    ] as const) {
      const [x, y, z] = unproject(...project({ lon, lat }));
      expect((Math.atan2(y, x) * 180) / Math.PI).toBeCloseTo(lon, 5);
      expect((Math.asin(z) * 180) / Math.PI).toBeCloseTo(lat, 5);
    }
  });

  test.each([
    ['none', []],
    ['one', [{ lon: 5, lat: 50 }]],
    ['both poles', [90, -90].map((lat) => ({ lon: 0, lat }))],
    ['antipodes', [0, 180].map((lon) => ({ lon, lat: 0 }))],
  ])('takes %s', (_, places) => {
    const { x, y } = projectPlaces(places);
    expect([...x, ...y].every(Number.isFinite)).toBe(true);
    expect(x).toHaveLength(places.length);
  });

  test('gives the bits it always gave (a tripwire for hosts that round otherwise)', () => {
    const { x, y } = projectPlaces(us);
    expect([x[0], y[0], x[1], y[1]]).toEqual([
      1796.867336052647, 336.199156815867, -2059.115721191679, -373.6010020611685,
    ]);
  });
});
