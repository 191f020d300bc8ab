import { expect, test } from 'vitest';
import * as image from '../../src/sim/kernel/image';
import * as layout from '../../src/sim/kernel/layout';
import { attachMemory } from '../../src/sim/kernel/memory';

const slots = Object.entries(layout).filter(([name]) => name !== 'HEADER_WORDS');

test('no two names of the header share a slot, and all lie within it', () => {
  const places = slots.map(([, slot]) => slot);
  expect(new Set(places).size).toBe(places.length);
  for (const slot of places) expect(slot).toBeLessThan(layout.HEADER_WORDS);
});

test('the kernel takes up every slot of the header, each in a variable of its own', () => {
  const memory = new ArrayBuffer(layout.HEADER_WORDS * 4);
  const words = new Int32Array(memory);
  slots.forEach(([, slot], index) => (words[slot] = 1000 + index));
  attachMemory(memory);
  image.bindImage(0);
  const taken = Object.values(image).filter((value): value is number => typeof value === 'number');
  expect(taken.toSorted((a, b) => a - b)).toEqual(slots.map((_, index) => 1000 + index));
});
