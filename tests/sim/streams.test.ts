import { describe, expect, it } from 'vitest';
import { entityKey } from '../../src/sim/entityKey';
import { attachMemory } from '../../src/sim/kernel/memory';
import {
  keepStream,
  nextWord,
  seedStream,
  splitStream,
  takeStream,
  uniform,
} from '../../src/sim/kernel/stream';

// room for two streams that wait
attachMemory(new ArrayBuffer(32));

/** sfc32 of PractRand as its author states it, in whole numbers of any size. */
function referenceWords(
  key: readonly [number, number, number, number],
  rounds: number,
  count: number,
): number[] {
  const mask = 0xffffffffn;
  let [a, b, c, counter] = key.map((part) => BigInt(part) & mask) as [bigint, bigint, bigint, bigint];
  const words: number[] = [];
  for (let i = 0; i < rounds + count; i++) {
    const word = (a + b + counter) & mask;
    counter = (counter + 1n) & mask;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & mask;
    c = ((((c << 21n) | (c >> 11n)) & mask) + word) & mask;
    if (i >= rounds) words.push(Number(word));
  }
  return words;
}

function words(key: readonly [number, number, number, number], count: number): number[] {
  seedStream(...key);
  return Array.from({ length: count }, () => nextWord() >>> 0);
}

/** Correlation of two samples of uniforms. */
function correlation(first: readonly number[], second: readonly number[]): number {
  let sum = 0;
  first.forEach((word, i) => (sum += (uniform(word) - 0.5) * (uniform(second[i] ?? 0) - 0.5)));
  return (sum * 12) / first.length;
}

describe('streams', () => {
  it('are sfc32 after fifteen rounds, word for word', () => {
    for (const key of [
      [0, 0, 0, 0],
      [1, 2, 3, 4],
      [0xffffffff, 0x80000000, 7, 4294967295],
    ] as const)
      expect(words(key, 50)).toEqual(referenceWords(key, 15, 50));
  });

  // 200,000 neighbouring pairs each: a correlation of nothing has a standard error of 0.0022; tolerance 4.5 of it
  it.each([
    ['trials', 0],
    ['the first word of keys', 1],
    ['the second word of keys', 2],
    ['seeds', 3],
  ])('of neighbouring %s are unrelated, in the first word and the third', (_, place) => {
    const keys = Array.from({ length: 200_001 }, (_, i) => {
      const key: [number, number, number, number] = [5, 6, 7, 8];
      key[place] = i;
      return words(key, 3);
    });
    for (const position of [0, 2]) {
      const column = keys.map((each) => each[position] ?? 0);
      expect(Math.abs(correlation(column.slice(1), column.slice(0, -1)))).toBeLessThan(
        4.5 / Math.sqrt(200_000),
      );
      let mean = 0;
      for (const word of column) mean += uniform(word) / column.length;
      expect(Math.abs(mean - 0.5)).toBeLessThan(4.5 * Math.sqrt(1 / 12 / column.length));
    }
  });

  it('that are split off are unrelated to what the parent gives afterwards', () => {
    const pairs = Array.from({ length: 100_000 }, (_, trial) => {
      seedStream(trial, 1, 2, 3);
      splitStream(0);
      const parent = nextWord() >>> 0;
      takeStream(0);
      return [parent, nextWord() >>> 0] as const;
    });
    const first = pairs.map(([word]) => word);
    const second = pairs.map(([, word]) => word);
    expect(Math.abs(correlation(first, second))).toBeLessThan(4.5 / Math.sqrt(100_000));
    expect(new Set(second).size).toBeGreaterThan(99_990);
  });
});

it('a stream that waits goes on where it was left, whatever was read meanwhile', () => {
  const unbroken = words([1, 2, 3, 4], 6);
  seedStream(1, 2, 3, 4);
  const first = [nextWord(), nextWord(), nextWord()];
  keepStream(16);
  seedStream(5, 6, 7, 8);
  nextWord();
  takeStream(16);
  expect([...first, nextWord(), nextWord(), nextWord()].map((word) => word >>> 0)).toEqual(unbroken);
});

describe('keys of entities', () => {
  const ids = Array.from({ length: 100_000 }, (_, i) => (i % 2 ? `seat-${i}` : `${i}`));
  const keys = ids.map((id) => entityKey('seat', id));

  it('differ between 100,000 ids, and between purposes', () => {
    const pair = ({ high, low }: { high: number; low: number }) => `${high} ${low}`;
    expect(new Set(keys.map(pair)).size).toBe(ids.length);
    expect(new Set([...keys, ...ids.map((id) => entityKey('role', id))].map(pair)).size).toBe(2 * ids.length);
  });

  it('collide in either half no oftener than chance has it', () => {
    // 100,000 words of 32 bits: 1.16 pairs alike on average, above eight in one of 100,000
    for (const half of ['high', 'low'] as const)
      expect(ids.length - new Set(keys.map((key) => key[half])).size).toBeLessThan(9);
  });

  it('set every bit in half of the cases', () => {
    for (const half of ['high', 'low'] as const)
      for (let bit = 0; bit < 32; bit++) {
        const ones = keys.filter((key) => (key[half] >>> bit) & 1).length;
        expect(Math.abs(ones / ids.length - 0.5), `${half} ${bit}`).toBeLessThan(
          4.5 * Math.sqrt(0.25 / ids.length),
        );
      }
  });
});
