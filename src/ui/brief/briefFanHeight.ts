import type { BriefLine } from './briefWords';

/** What stands on a brief besides its picture. */
export interface BriefLoad {
  readonly periods: number;
  readonly steps: number;
  /** The lists of the two columns at its foot, from top to bottom. */
  readonly left: readonly (readonly BriefLine[])[];
  readonly right: readonly (readonly BriefLine[])[];
}

/** Pixels of the whole page (250 mm) and of what is on it whatever the plan: head, titles, gaps, foot. */
const PAGE = 945;
const FIXED = 270;
/** Pixels of a row of the table, of a step, of a line of words and of a list's title with the gap above it. */
const PERIOD = 22;
const STEP = 16;
const LINE = 15;
const TITLE = 34;
/** Letters that surely fit on a line, and the lines that an entry is cut at. */
const LETTERS = 40;
const NAME_LETTERS = 12;
const MOST_LINES = 3;
const LEAST = 150;
const MOST = 340;

const linesOf = ({ name, text }: BriefLine): number =>
  Math.min(MOST_LINES, Math.max(Math.ceil(text.length / LETTERS), Math.ceil(name.length / NAME_LETTERS)));

const heightOf = (lists: readonly (readonly BriefLine[])[]): number =>
  lists.reduce(
    (sum, lines) =>
      sum +
      TITLE +
      Math.max(
        LINE,
        lines.reduce((all, each) => all + LINE * linesOf(each) + 2, 0),
      ),
    0,
  );

/** How high the picture may be, in pixels, so that the page stays one whatever else is on it. */
export function briefFanHeight({ periods, steps, left, right }: BriefLoad): number {
  const middle = Math.max(PERIOD * (periods + 1), STEP * (steps + 3));
  return Math.min(MOST, Math.max(LEAST, PAGE - FIXED - middle - Math.max(heightOf(left), heightOf(right))));
}
