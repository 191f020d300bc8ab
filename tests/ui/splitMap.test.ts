import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { coarsenRings } from '../../src/ui/splits/map/coarsenRings';
import { layoutLabels } from '../../src/ui/splits/map/layoutLabels';
import { unitAt, unitsAlong, unitsInside } from '../../src/ui/splits/map/mapHits';
import { extentOfShapes, isWithin, makeShapes, type MapShapes } from '../../src/ui/splits/map/mapShapes';
import { fitView, kmX, kmY, panBy, pixelX, pixelY, zoomAt } from '../../src/ui/splits/map/mapView';
import { changedMarks, radii, SAME, type Marks } from '../../src/ui/splits/map/marks';
import { classesOf } from '../../src/ui/splits/map/measureClasses';
import { inStates, projectArcs } from '../../src/ui/splits/map/outlines';
import { traceBorders } from '../../src/ui/splits/map/traceBorders';
import { UnitGrid } from '../../src/ui/splits/map/unitGrid';
import { readCounties, type CountyShapes } from '../support/usCounties';

const points = makeShapes({ x: Float64Array.of(0, 100, 200), y: Float64Array.of(0, 50, 0) });

describe('the view of the map', () => {
  const extent = extentOfShapes(points)!;
  const view = fitView(extent, 648, 348);

  it('shows all of an extent with a margin, north up', () => {
    expect(extent).toEqual({ left: 0, right: 200, bottom: 0, top: 50 });
    expect(view.scale).toBe(3);
    expect([pixelX(view, 0), pixelX(view, 200)]).toEqual([24, 624]);
    expect(pixelY(view, 50)).toBeLessThan(pixelY(view, 0));
    expect(extentOfShapes(points, [])).toBeUndefined();
  });

  it('zooms about a pixel, pans by pixels, and comes no nearer than towns', () => {
    const near = zoomAt(view, 2, 124, 99);
    expect((124 - near.x) / near.scale).toBeCloseTo((124 - view.x) / view.scale, 12);
    expect(zoomAt(view, 1e9, 0, 0).scale).toBe(12);
    expect(panBy(view, 5, -5)).toEqual({ ...view, x: view.x + 5, y: view.y - 5 });
  });
});

describe('what is hit', () => {
  const view = { scale: 1, x: 0, y: 100 };

  it('is the nearest within reach', () => {
    expect(unitAt(points, view, [98, 52], 12)).toBe(1);
    expect(unitAt(points, view, [60, 52], 12)).toBe(-1);
  });

  it('is all along a stroke, however fast', () => {
    expect(unitsAlong(points, view, [-10, 100], [210, 100], 5)).toEqual([0, 2]);
    expect(unitsAlong(points, view, [100, 50], [100, 50], 5)).toEqual([1]);
  });

  it('is all inside a lasso by the even–odd rule', () => {
    const square = [
      [50, 0],
      [150, 0],
      [150, 99],
      [50, 99],
    ] as const;
    expect(unitsInside(points, view, square)).toEqual([1]);
    expect(
      unitsInside(points, view, [
        [-9, -9],
        [300, -9],
        [300, 200],
        [-9, 200],
      ]),
    ).toEqual([0, 1, 2]);
  });
});

it('dots’ areas are in proportion to what is measured', () => {
  const [small = 0, large = 0] = radii(Float64Array.of(25, 100));
  expect(large / small).toBeCloseTo(2, 6);
  expect([...radii(Float64Array.of(0, 0))]).toEqual([10, 10]);
});

it('labels never lie on one another, and the chosen one goes first', () => {
  const labels = ['a', 'b', 'c'].map((id, place) => ({ id, text: 'Mountain', x: 100 + place, y: 50 }));
  expect(layoutLabels(labels, { width: 400, height: 200 }, 'b').map(({ id }) => id)).toEqual(['b']);
  expect(
    layoutLabels([{ id: 'a', text: 'Mountain', x: 2, y: 50 }], { width: 400, height: 200 }, '')[0]?.x,
  ).toBe(32);
});

it('outlines are steps on a grid, cut where the map would be torn', () => {
  const topology = {
    arcs: [
      [
        [0, 0],
        [10, 0],
        [1000, 0],
        [-1000, 5],
        [1, 1],
      ],
    ],
    transform: { scale: [1, 1], translate: [5, 0] },
  };
  const project = ({ lon, lat }: { lon: number; lat: number }) => [lon * 100, lat * 100] as const;
  expect(projectArcs(topology, project)).toEqual([
    [
      [500, 0],
      [1500, 0],
    ],
    [
      [1500, 500],
      [1600, 600],
    ],
  ]);
  expect(inStates([{ lon: -100, lat: 40 }])).toBe(true);
  expect(
    inStates([
      { lon: -100, lat: 40 },
      { lon: 2, lat: 48 },
    ]),
  ).toBe(false);
});

describe('a grid over boxes', () => {
  const box = fc
    .tuple(...[200, 200, 30, 30].map((most) => fc.double({ min: 0, max: most, noNaN: true })))
    .map(([left = 0, bottom = 0, across = 0, up = 0]) => ({
      left,
      right: left + across,
      bottom,
      top: bottom + up,
    }));

  it('finds what a look at all of them finds, each once and in order', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 60 }), box, (boxes, wanted) => {
        const column = (name: keyof typeof wanted) => Float64Array.from(boxes, (each) => each[name]);
        const grid = new UnitGrid({
          left: column('left'),
          right: column('right'),
          bottom: column('bottom'),
          top: column('top'),
        });
        const meets = (each: typeof wanted) =>
          each.left <= wanted.right &&
          each.right >= wanted.left &&
          each.bottom <= wanted.top &&
          each.top >= wanted.bottom;
        expect([...grid.near(wanted)]).toEqual(boxes.flatMap((each, place) => (meets(each) ? [place] : [])));
      }),
    );
  });
});

describe('counties on the map', () => {
  let counties: CountyShapes;
  let shapes: MapShapes;
  const view = { scale: 0.2, x: 500, y: 300 };

  beforeAll(() => {
    counties = readCounties();
    shapes = makeShapes(counties, counties.rings);
  });

  it('are hit where their outline is, as a look at every one of them finds (seed 5, 300 places)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 620 }), (px, py) => {
        const [x, y] = [kmX(view, px), kmY(view, py)];
        const all = [...counties.ids.keys()].filter((unit) => isWithin(counties.rings, unit, x, y));
        const hit = unitAt(shapes, view, [px, py], 0);
        expect(hit).toBe(all.at(-1) ?? -1);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('are painted by a stroke in a row without a gap, each touching one before it', () => {
    const { one, other } = traceBorders(counties.rings);
    const touching = new Set(Array.from(one, (from, line) => `${from} ${other[line]}`));
    const hits = unitsAlong(shapes, view, [300, 280], [420, 330], 14);
    expect(hits.length).toBeGreaterThan(10);
    hits.slice(1).forEach((unit, place) => {
      const before = hits.slice(0, place + 1);
      // Where four meet at a corner a stroke may pass from one to the one opposite.
      const near = before.some((each) => touching.has(`${each} ${unit}`) || touching.has(`${unit} ${each}`));
      expect(near || meetsAtCorner(counties, unit, before)).toBe(true);
    });
  });

  it('are in a lasso when their middle is', () => {
    const path = [
      [300, 200],
      [400, 200],
      [400, 300],
      [300, 300],
    ] as const;
    const inside = [...counties.ids.keys()].filter((unit) => {
      const [px, py] = [pixelX(view, counties.x[unit] ?? 0), pixelY(view, counties.y[unit] ?? 0)];
      return px > 300 && px < 400 && py > 200 && py < 300;
    });
    expect(unitsInside(shapes, view, path)).toEqual(inside);
    expect(inside.length).toBeGreaterThan(20);
  });

  it.each([0.5, 5, 50, 500])(
    'all keep an outline with an area in cells of %d km, with fewer corners',
    (cell) => {
      const coarse = coarsenRings(counties.rings, cell);
      const empty = counties.ids.filter((_, unit) => areaOf(coarse, unit) === 0);
      expect(empty).toEqual([]);
      expect(coarse.shapeStart).toHaveLength(counties.ids.length + 1);
      expect(coarse.x.length).toBeLessThan(counties.rings.x.length);
      coarse.x
        .slice(0, 1000)
        .forEach((x) => expect(Math.abs(x / (cell / 2) - Math.round(x / (cell / 2)))).toBeLessThan(1e-6));
    },
  );

  it('have borders that are their outlines, each piece once', () => {
    const { rings } = counties;
    const { x, y, start, one, other } = traceBorders(rings);
    const outline = new Float64Array(counties.ids.length);
    for (let line = 0; line + 1 < start.length; line++) {
      let km = 0;
      for (let at = (start[line] ?? 0) + 1; at < (start[line + 1] ?? 0); at++)
        km += Math.hypot((x[at] ?? 0) - (x[at - 1] ?? 0), (y[at] ?? 0) - (y[at - 1] ?? 0));
      for (const unit of [one[line] ?? -1, other[line] ?? -1])
        if (unit >= 0) outline[unit] = (outline[unit] ?? 0) + km;
    }
    // But for spikes, which run between a county and itself; and what is shorter than corners are told apart by.
    counties.ids.forEach((_, unit) => {
      const { all, spikes } = perimeterOf(rings, unit);
      expect(outline[unit]).toBeLessThan(all + 0.2);
      expect(outline[unit]).toBeGreaterThan(all - spikes - 0.2);
    });
    // Most of what is drawn is between two.
    expect(other.filter((unit) => unit < 0).length).toBeLessThan(other.length / 10);
  });
});

describe('marks that changed', () => {
  const marks = (fill: number[], number = fill): Marks => ({
    radius,
    fill: Int16Array.from(fill),
    was: new Int16Array(fill.length).fill(SAME),
    number: Int32Array.from(number),
    active: new Uint8Array(fill.length),
    selected: new Uint8Array(fill.length),
    locked: new Uint8Array(fill.length),
    heavy: new Uint8Array(fill.length),
  });
  const radius = Float32Array.of(2, 2, 2);

  it('are those of units that are drawn otherwise, a territory of the same colour too', () => {
    expect(changedMarks(marks([0, 1, -1]), marks([0, 1, -1]))).toEqual([]);
    expect(changedMarks(marks([0, 1, -1]), marks([0, 2, -1]))).toEqual([1]);
    expect(changedMarks(marks([0, 1, 1], [0, 1, 1]), marks([0, 1, 1], [0, 1, 9]))).toEqual([2]);
    expect(changedMarks(marks([0, 1, 1]), { ...marks([0, 1, 1]), selected: Uint8Array.of(1, 0, 0) })).toEqual(
      [0],
    );
  });

  it('are all where sizes are others', () => {
    expect(changedMarks(marks([0]), { ...marks([0]), radius: Float32Array.of(3) })).toBeUndefined();
  });
});

describe('classes of a measure', () => {
  it('hold about as many units each, from the least, and what is not known is in none', () => {
    const values = Float64Array.from({ length: 100 }, (_, unit) => (unit === 7 ? Number.NaN : unit * unit));
    const { classes, unknown, classOf } = classesOf(values);
    expect(unknown).toBe(1);
    expect(classOf[7]).toBe(-1);
    expect(classes).toHaveLength(5);
    classes.forEach(({ from, to, count }, own) => {
      expect(count).toBeGreaterThanOrEqual(19);
      expect(count).toBeLessThanOrEqual(21);
      expect(
        [...values].every((value, unit) => (classOf[unit] === own) === (value >= from && value <= to)),
      ).toBe(true);
    });
  });

  it('never part equal values, and zero is a value', () => {
    const { classes, classOf } = classesOf(Float64Array.of(0, 0, 0, 0, 0, 0, 5, 5, 9));
    expect([...classOf.slice(0, 6)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(classes.map(({ from, to, count }) => [from, to, count])).toEqual([
      [0, 0, 6],
      [5, 9, 3],
    ]);
    expect(classesOf(Float64Array.of(Number.NaN)).classes).toEqual([]);
  });
});

/** Km of an outline, and of the pieces of it that it has more than once. */
function perimeterOf({ x, y, ringStart, shapeStart }: CountyShapes['rings'], unit: number) {
  const pieces = new Map<string, number[]>();
  for (let ring = shapeStart[unit] ?? 0; ring < (shapeStart[unit + 1] ?? 0); ring++) {
    const [from, end] = [ringStart[ring] ?? 0, ringStart[ring + 1] ?? 0];
    for (let at = from, before = end - 1; at < end; before = at++) {
      const ends = [`${x[at]} ${y[at]}`, `${x[before]} ${y[before]}`].sort().join(' ');
      const km = Math.hypot((x[at] ?? 0) - (x[before] ?? 0), (y[at] ?? 0) - (y[before] ?? 0));
      pieces.set(ends, [...(pieces.get(ends) ?? []), km]);
    }
  }
  const sum = (lengths: readonly number[]) => lengths.reduce((so, each) => so + each, 0);
  const lengths = [...pieces.values()];
  return { all: sum(lengths.flat()), spikes: sum(lengths.filter(({ length }) => length > 1).flat()) };
}

function areaOf({ x, y, ringStart, shapeStart }: CountyShapes['rings'], unit: number): number {
  let most = 0;
  for (let ring = shapeStart[unit] ?? 0; ring < (shapeStart[unit + 1] ?? 0); ring++) {
    const [from, end] = [ringStart[ring] ?? 0, ringStart[ring + 1] ?? 0];
    let twice = 0;
    for (let at = from, before = end - 1; at < end; before = at++)
      twice += (x[before] ?? 0) * (y[at] ?? 0) - (x[at] ?? 0) * (y[before] ?? 0);
    most = Math.max(most, Math.abs(twice));
  }
  return most;
}

function meetsAtCorner({ rings }: CountyShapes, unit: number, others: readonly number[]): boolean {
  const corners = (of: number) => {
    const from = rings.ringStart[rings.shapeStart[of] ?? 0] ?? 0;
    const end = rings.ringStart[rings.shapeStart[of + 1] ?? 0] ?? 0;
    return Array.from({ length: end - from }, (_, at) => `${rings.x[from + at]} ${rings.y[from + at]}`);
  };
  const own = new Set(corners(unit));
  return others.some((other) => corners(other).some((corner) => own.has(corner)));
}
