import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapWords } from '../../src/charts/wrapWords';

test('a wrapped text has all its words in order, and no line longer than a word must be', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/));
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 40 }), (given, letters) => {
      const lines = wrapWords(given.join(' '), letters);
      expect(lines.flatMap((line) => line.split(' '))).toEqual(given);
      for (const line of lines) expect(line.length <= letters || !line.includes(' ')).toBe(true);
    }),
    { seed: 7, numRuns: 200 },
  );
  expect(wrapWords('one two three', 7)).toEqual(['one two', 'three']);
});
