import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourTerritories } from '../../src/territory/colourTerritories';
import { fillUnassigned } from '../../src/territory/fillUnassigned';
import { joinedTerritories } from '../../src/territory/measureDisruption';
import { prepareTask } from '../../src/territory/prepareTask';
import { startFrom } from '../../src/territory/startFrom';
import { gridUnits } from './support/gridUnits';

/** Neighbours on a grid in any assignment of its cells to blocks: planar, so that eight colours are more than enough. */
test('neighbours have different colours in any split of a grid into blocks', () => {
  const units = gridUnits(12, 12, 1);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      (w, h, brick) => {
        const across = Math.ceil(12 / w) + 1;
        const split = Int32Array.from({ length: 144 }, (_, unit) => {
          const [row, column] = [Math.floor(unit / 12), unit % 12];
          const shift = brick && Math.floor(row / h) % 2 === 1 ? Math.floor(w / 2) : 0;
          return Math.floor(row / h) * across + Math.floor((column + shift) / w);
        });
        const territories = Math.max(...split) + 1;
        const joined = joinedTerritories(units, split, territories);
        const colours = colourTerritories(joined, territories, 8);
        for (let one = 0; one < territories; one++)
          for (let other = 0; other < territories; other++)
            if (joined[one * territories + other] === 1) expect(colours[one]).not.toBe(colours[other]);
      },
    ),
    { numRuns: 40, seed: 3 },
  );
});

test('a territory that touches nothing has the colour of its own number', () => {
  expect([...colourTerritories(new Uint8Array(9), 3, 8)]).toEqual([0, 1, 2]);
  expect([...colourTerritories(new Uint8Array(100), 10, 8)].slice(8)).toEqual([0, 1]);
});

test('what is in no territory joins the nearest of those that it touches, and all are given one', () => {
  const units = gridUnits(10, 1, 1);
  const split = Int32Array.of(0, 0, -1, -1, -1, -1, -1, -1, 1, 1);
  expect([...fillUnassigned(units, split, 2)]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  expect([...fillUnassigned(units, new Int32Array(10).fill(-1), 2)]).toEqual(Array(10).fill(-1));
});

test('a search starts with every territory filled, and locked units where they are', () => {
  const units = gridUnits(8, 8, 1);
  const split = Int32Array.from({ length: 64 }, (_, unit) => (unit % 8 < 4 ? 0 : 2));
  const locked = new Uint8Array(64);
  locked[5] = 1;
  const start = startFrom(units, split, { territories: 3, locked, pieces: false });
  expect(new Set(start)).toEqual(new Set([0, 1, 2]));
  expect(start[5]).toBe(2);
});

test('units fixed in no territory are left out of the search and come back as they were', () => {
  const units = gridUnits(6, 6, 1);
  const split = Int32Array.from({ length: 36 }, (_, unit) => (unit < 2 ? -1 : unit % 2));
  const fixed = new Uint8Array(36);
  fixed[0] = 1;
  const task = prepareTask(units, split, { territories: 2, fixed });
  expect(task.units.count).toBe(35);
  expect([...task.start]).not.toContain(-1);
  const back = task.putBack(task.start);
  expect(back[0]).toBe(-1);
  expect(back[1]).toBe(task.start[0]);
  expect(task.targets.reduce((sum, each) => sum + each, 0)).toBeCloseTo(
    task.units.weight.reduce((sum, each) => sum + each, 0),
    9,
  );
});
