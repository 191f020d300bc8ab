import { describe, expect, it } from 'vitest';
import { makeStartUpSample } from '../../src/model/samples';
import { territoryId } from '../../src/model/units';
import { weighAccounts } from '../../src/model/sumSplit';
import type { AccountMove } from '../../src/state/splitMoves';
import { figuresOfSplit } from '../../src/territory/splitFigures';
import { unitsOfBook } from '../../src/territory/unitsOfBook';
import { radii } from '../../src/ui/splits/map/dots';
import { findingWords, problemWords } from '../../src/ui/splits/findingWords';
import { layoutLabels } from '../../src/ui/splits/map/layoutLabels';
import { formatLoad } from '../../src/ui/splits/loadWords';
import { unitAt, unitsAlong, unitsInside } from '../../src/ui/splits/map/mapHits';
import { extentOf, fitView, panBy, pixelX, pixelY, zoomAt } from '../../src/ui/splits/map/mapView';
import { moveWords } from '../../src/ui/splits/moveWords';
import { inStates, projectArcs } from '../../src/ui/splits/map/outlines';
import { brokenOf, floorWords, formatDeviation } from '../../src/ui/splits/splitWords';
import { makeBookPlan } from '../support/makeBookPlan';

const points = { x: Float64Array.of(0, 100, 200), y: Float64Array.of(0, 50, 0) };

describe('the view of the map', () => {
  const extent = extentOf(points.x, points.y)!;
  const view = fitView(extent, 648, 348);

  it('shows all of an extent with a margin, north up', () => {
    expect(extent).toEqual({ left: 0, right: 200, bottom: 0, top: 50 });
    expect(view.scale).toBe(3);
    expect([pixelX(view, 0), pixelX(view, 200)]).toEqual([24, 624]);
    expect(pixelY(view, 50)).toBeLessThan(pixelY(view, 0));
    expect(extentOf(points.x, points.y, [])).toBeUndefined();
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

describe('words of a split', () => {
  const plan = makeBookPlan(makeStartUpSample(), 60, 4);
  const book = plan.accountBook!;
  const order = plan.territories.map(({ id }) => id);
  const figures = (weights: number[], territoryOf = book.splits[0]!.territoryOf) =>
    figuresOfSplit(unitsOfBook(book), weights, territoryOf, order);

  it('a deviation has its sign, and a tenth where it is small', () => {
    expect([0.123, -0.0234, 0.0001].map(formatDeviation)).toEqual([
      '+12\u202f%',
      '−2.3\u202f%',
      '±0.0\u202f%',
    ]);
  });

  it('a load is money, hours or a number', () => {
    expect(formatLoad(1_250_000, book, 'USD')).toBe('$1.3M');
    expect(formatLoad(1250, { ...book, balancedBy: book.measures[1]!.id }, 'USD')).toBe('1,250 h');
    const { balancedBy: _none, ...plain } = book;
    expect(formatLoad(12, plain, 'USD')).toBe('12');
  });

  it('what is broken is named: deviation, pieces, accounts in none', () => {
    const territoryOf = book.splits[0]!.territoryOf.map((at, place) => (place < 3 ? ('' as const) : at));
    const found = figures(weighAccounts(book), territoryOf);
    expect(found.unassignedAccounts).toBe(3);
    expect(brokenOf(found, 10).map(({ kind }) => kind)).toContain('unassigned');
    expect(brokenOf(found, 0.001)[0]?.label).toMatch(/^Largest deviation, /);
  });

  it('a floor is explained by the account that makes it', () => {
    const heavy = weighAccounts(book).map((own, place) => (place === 7 ? 1e9 : own));
    const map = unitsOfBook(book);
    const weighed = { ...map, units: { ...map.units, weight: Float64Array.from(heavy) } };
    const words = floorWords(figuresOfSplit(weighed, heavy, book.splits[0]!.territoryOf, order), book);
    expect(words).toMatch(/^Account 7 alone is heavier than a fair share: no split can even that out\./);
    expect(floorWords(figures(weighAccounts(book)), book)).toBeUndefined();
  });

  it('a reason is one that a rep accepts', () => {
    const names = new Map([
      ['w', 'West'],
      ['m', 'Mountain'],
    ]);
    const move: AccountMove = {
      place: 0,
      from: territoryId('w'),
      to: territoryId('m'),
      reason: {
        unit: 0,
        from: 0,
        to: 1,
        before: { from: 0.12, to: -0.09 },
        after: { from: 0.01, to: 0 },
        kmBefore: 300,
        kmAfter: 260,
        improved: 'both',
      },
    };
    expect(moveWords(move, names)).toBe(
      'Moved from West to Mountain: West was 12\u202f% over its share, Mountain 9\u202f% under its own; 40 km nearer',
    );
    expect(moveWords({ ...move, from: '' }, names)).toBe('Joined Mountain; it was in no territory');
    expect(moveWords({ ...move, to: '' }, names)).toBe('Taken out of West; it is in no territory now');
  });
});

describe('words of a table that was read', () => {
  it('say how many accounts it has and what they were placed by', () => {
    const read = {
      file: 'crm.csv',
      columns: [],
      accounts: makeBookPlan(makeStartUpSample(), 20, 4).accountBook!.accounts,
      measures: [],
      territoryNames: [],
      namedBy: 'owner',
      placed: { coordinates: 12, postcode: 7, area: 0, none: 1 },
      problems: [],
      problemCounts: [],
    } as const;
    expect(findingWords(read)).toBe(
      'crm.csv: 20 accounts, 12 by coordinates, 7 by postcode, 1 without a place, in the table alone.',
    );
    const { file, columns, problems, problemCounts } = read;
    expect(findingWords({ file, columns, problems, problemCounts, territoryNames: [], matched: 1 })).toBe(
      'crm.csv: 1 account of this plan found in it.',
    );
  });

  it('say where a finding is and what was done', () => {
    const problem = {
      file: 'crm.csv',
      rule: 'r',
      message: 'postcode must exist, got 00000',
      action: 'left out',
    };
    expect(problemWords({ ...problem, row: 12, column: 'Zip' })).toBe(
      'Row 12, Zip: postcode must exist, got 00000; left out.',
    );
    expect(problemWords(problem)).toBe('Postcode must exist, got 00000; left out.');
  });
});
