import { shownPercent } from '../kit/judgeNumber';

/** A share in a sentence, to three figures: `6.88 %` (narrow no-break space). */
export const percentWords = (value: number): string => shownPercent(value).replace(' ', '\u202f');

/** Words with commas between and `and` before the last: `a, b and c`. */
export const listWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
