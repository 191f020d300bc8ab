import { describe, expect, it } from 'vitest';
import { distanceFrom } from '../../src/calibrate/fitSizes';
import { entityKey } from '../../src/sim/entityKey';
import { chiSquareP } from '../support/pValues';
import {
  engineSource,
  families,
  linearSource,
  sourceOfRounds,
  wordsOf,
  type Family,
  type WordSource,
} from './support/wordSources';
import {
  birthdaySpacings,
  bitAgreement,
  byteFrequencies,
  collisions,
  correlation,
  gaps,
  hammingWeights,
  matrixRanks,
  monobit,
  reverseBits,
  runsUpAndDown,
  serialPairs,
  type WordTest,
} from './support/wordTests';

/**
 * Words a test; the keys are those of the families, so every figure is the same on every run. A statistic must lie
 * within these two-sided chances: with a hundred tests a fair source fails once in 5,000 choices of keys.
 * Beyond this file, by hand, at dieharder 3.31.1's own sizes: words of the last family passed 23 of its tests, first
 * words alone eight of them.
 */
const WORDS = 2 ** 19;
const LIMIT = 1e-6;
/** Standard errors of the oddest of an avalanche's 4,096 cells: a fair source is beyond once in 35,000 choices of keys. */
const ODDEST = 5.8;

/** What each statistic is, its docstring says. Those that look at the top bits look at the bottom ones too. */
const ofTopBits: readonly [string, WordTest][] = [
  ['serial pairs of bytes', serialPairs],
  ['runs up and down', runsUpAndDown],
  ['gaps', gaps],
  ['birthday spacings', birthdaySpacings],
  ['collisions', collisions],
];
const battery: readonly [string, WordTest][] = [
  ['the number of ones', monobit],
  ['frequencies of bytes', byteFrequencies],
  ['Hamming weights of four words', hammingWeights],
  ['ranks of 32 × 32 matrices', matrixRanks],
  ['correlation of neighbours', correlation(1)],
  ['bits of neighbours', bitAgreement(1)],
  ...ofTopBits,
  ...ofTopBits.map(([name, test]): [string, WordTest] => [
    `${name}, bits reversed`,
    (words) => test(reverseBits(words)),
  ]),
];

/** Where streams give several words each, neighbours are also those at the same place of the next stream. */
const batteryOf = ({ perStream }: Family): readonly [string, WordTest][] =>
  perStream > 1 && Number.isFinite(perStream)
    ? [
        ...battery,
        ['correlation with the next stream', correlation(perStream)],
        ['bits of the next stream', bitAgreement(perStream)],
      ]
    : battery;

/** Names of the tests that refuse a source's words of a family. */
function refusals(family: Family, source: WordSource): string[] {
  const words = wordsOf(family, source, WORDS);
  return batteryOf(family).flatMap(([name, test]) => {
    const p = test(words);
    return p > LIMIT && p < 1 - LIMIT ? [] : [name];
  });
}

describe.each(families)('words of $name', (family) => {
  const words = wordsOf(family, engineSource(), WORDS);

  it.each(batteryOf(family))('are fair by %s', (_, test) => {
    const p = test(words);
    expect(p).toBeGreaterThan(LIMIT);
    expect(p).toBeLessThan(1 - LIMIT);
  });
});

/**
 * Every bit of the key flipped under 4,096 keys (seat-n in trial n, seed 1; no key is another one's flip): how often each
 * bit of the first word then flips, as χ² of 128 × 32 cells, and the oddest cell in standard errors.
 */
function avalanche(source: WordSource): { p: number; oddest: number } {
  const keys = 4096;
  const first = (key: readonly [number, number, number, number]) => {
    source.seed(...key);
    return source.next();
  };
  const flips = new Float64Array(128 * 32);
  for (let trial = 0; trial < keys; trial++) {
    const { high, low } = entityKey('seat', `seat-${trial}`);
    const before = first([trial, high, low, 1]);
    for (let bit = 0; bit < 128; bit++) {
      const key: [number, number, number, number] = [trial, high, low, 1];
      key[bit >>> 5] = (key[bit >>> 5] ?? 0) ^ (1 << (bit & 31));
      const changed = before ^ first(key);
      for (let out = 0; out < 32; out++)
        flips[32 * bit + out] = (flips[32 * bit + out] ?? 0) + ((changed >>> out) & 1);
    }
  }
  let [statistic, oddest] = [0, 0];
  for (const count of flips) {
    const z = (count - keys / 2) / Math.sqrt(keys / 4);
    statistic += z * z;
    oddest = Math.max(oddest, Math.abs(z));
  }
  return { p: chiSquareP(statistic, flips.length), oddest };
}

describe('the key', () => {
  it('has no bit that does not flip each bit of the first word in half of the cases', () => {
    const { p, oddest } = avalanche(engineSource());
    expect(p).toBeGreaterThan(LIMIT);
    expect(p).toBeLessThan(1 - LIMIT);
    expect(oddest).toBeLessThan(ODDEST);
  });
});

describe('the battery', () => {
  const [oneStream, trials] = families;

  // how many rounds are refused was measured: up to eight at this number of words, PractRand's gigabytes need twelve
  it.each([5, 8])('refuses a source of %i seeding rounds, by its trials and by its avalanche', (rounds) => {
    const source = sourceOfRounds(rounds);
    const refused = trials === undefined ? [] : refusals(trials, source);
    expect(refused).toContain('bits of neighbours');
    expect(refused).toContain('serial pairs of bytes');
    if (rounds === 5) expect(refused.length).toBeGreaterThanOrEqual(12);
    expect(avalanche(source).oddest).toBeGreaterThan(ODDEST);
  });

  it('refuses a linear congruential generator, by its low bits', () => {
    const refused = oneStream === undefined ? [] : refusals(oneStream, linearSource());
    expect(refused).toContain('frequencies of bytes');
    expect(refused).toContain('birthday spacings, bits reversed');
    expect(refused.length).toBeGreaterThanOrEqual(8);
  });

  it('has fifteen rounds for its engine', () => {
    const family = families[5];
    if (family === undefined) throw new Error('there must be a sixth family');
    expect(wordsOf(family, sourceOfRounds(15), 4096)).toEqual(wordsOf(family, engineSource(), 4096));
  });

  // a statistic with a wrong spread would let a bad source through, or refuse a good one some day
  it('is rightly scaled: the chances of each test are even over 30 streams of 65,536 words (Kolmogorov, p > 1e-6)', () => {
    const streams = Array.from({ length: 30 }, (_, seed) =>
      wordsOf({ name: '', perStream: Infinity, key: () => [0, 1, 2, seed] }, engineSource(), 65_536),
    );
    for (const [name, test] of battery) {
      const chances = streams.map(test).toSorted((a, b) => a - b);
      const distance = distanceFrom(chances, (p) => p);
      expect(distance * Math.sqrt(chances.length), name).toBeLessThan(2.7);
    }
  });
});
