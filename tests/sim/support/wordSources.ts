import { entityKey } from '../../../src/sim/entityKey';
import { attachMemory, setI32 } from '../../../src/sim/kernel/memory';
import { nextWord, seedStream, takeStream } from '../../../src/sim/kernel/stream';

/** Words by key (trial, the two words of the entity's key, seed), as the engine reads them. */
export interface WordSource {
  readonly seed: (trial: number, high: number, low: number, seed: number) => void;
  readonly next: () => number;
}

/** The engine's own streams. The kernel has one stream at hand, so a source must be seeded again after another one was read. */
export const engineSource = (): WordSource => ({ seed: seedStream, next: nextWord });

/** The same generator with another number of seeding rounds: a round is a word thrown away. */
export function sourceOfRounds(rounds: number): WordSource {
  attachMemory(new ArrayBuffer(16));
  return {
    seed: (...key) => {
      key.forEach((word, index) => setI32(0, index, word));
      takeStream(0);
      for (let round = 0; round < rounds; round++) nextWord();
    },
    next: nextWord,
  };
}

/** The textbook's linear congruential generator (Numerical Recipes' ranqd1), started at a hash of the key that leaves nothing to be desired. */
export function linearSource(): WordSource {
  const hash = engineSource();
  let state = 0;
  return {
    seed: (...key) => {
      hash.seed(...key);
      state = hash.next();
    },
    next: () => (state = (Math.imul(state, 1664525) + 1013904223) | 0),
  };
}

/** Words of keys one after the other, `perStream` of each. */
export interface Family {
  readonly name: string;
  readonly perStream: number;
  /** The key of the stream of that number. */
  readonly key: (index: number) => readonly [number, number, number, number];
}

const seat = (number: number): readonly [number, number] => {
  const { high, low } = entityKey('seat', `seat-${number}`);
  return [high, low];
};
const one = seat(1);
const eight = Array.from({ length: 8 }, (_, index) => seat(index + 1));

/** The neighbourhoods that a run reads its words from. */
export const families: readonly Family[] = [
  { name: 'one stream', perStream: Infinity, key: () => [0, ...one, 1] },
  { name: 'consecutive trials, the first word of each', perStream: 1, key: (index) => [index, ...one, 1] },
  { name: 'consecutive trials, eight words of each', perStream: 8, key: (index) => [index, ...one, 1] },
  { name: 'consecutive seeds, the first word of each', perStream: 1, key: (index) => [0, ...one, index] },
  {
    name: 'seat-1, seat-2 and so on, the first word of each',
    perStream: 1,
    key: (index) => [0, ...seat(index), 1],
  },
  {
    name: 'trials × eight seats × two seeds, sixteen words of each',
    perStream: 16,
    key: (index) => [index >>> 4, ...(eight[(index >>> 1) & 7] ?? one), 1 + (index & 1)],
  },
];

/** The first words of a family. */
export function wordsOf({ perStream, key }: Family, source: WordSource, count: number): Uint32Array {
  const words = new Uint32Array(count);
  for (let index = 0, stream = 0; index < count; stream++) {
    source.seed(...key(stream));
    for (const end = Math.min(count, index + perStream); index < end; index++) words[index] = source.next();
  }
  return words;
}
