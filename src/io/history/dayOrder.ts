import { calendarDate, readDate, type DayOrder } from './dates';

export interface DayOrderEvidence {
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** Dates that can be read either way and are not the same day. */
  readonly undecided: number;
}

/** How many dates of a column can be read in one order only, by separator. */
export function weighDayOrder(cells: Iterable<string>): Map<string, DayOrderEvidence> {
  const bySeparator = new Map<string, DayOrderEvidence>();
  for (const cell of cells) {
    const reading = readDate(cell);
    if (reading.kind !== 'numbers') continue;
    const { first, second, year, separator } = reading;
    const dayFirst = calendarDate(year, second, first) !== undefined;
    const monthFirst = calendarDate(year, first, second) !== undefined;
    const before = bySeparator.get(separator) ?? { dayFirst: 0, monthFirst: 0, undecided: 0 };
    bySeparator.set(separator, {
      dayFirst: before.dayFirst + (dayFirst && !monthFirst ? 1 : 0),
      monthFirst: before.monthFirst + (monthFirst && !dayFirst ? 1 : 0),
      undecided: before.undecided + (dayFirst && monthFirst && first !== second ? 1 : 0),
    });
  }
  return bySeparator;
}

export interface DecidedOrder {
  readonly order: DayOrder;
  /** What decided it: the column's other rows, other columns of the file, or nothing (a stated assumption). */
  readonly by: 'column' | 'file' | 'assumption';
}

/**
 * Day or month first for one separator of a column: by the majority of the rows that can be read one way only;
 * where there is none, by the rest of the file; where that tells nothing, slashes month first (as Salesforce
 * and Excel write in the United States), points and dashes day first.
 */
export function decideDayOrder(
  separator: string,
  column: DayOrderEvidence | undefined,
  file: DayOrderEvidence | undefined,
): DecidedOrder {
  for (const [by, evidence] of [
    ['column', column],
    ['file', file],
  ] as const) {
    if (evidence === undefined || evidence.dayFirst === evidence.monthFirst) continue;
    return { order: evidence.dayFirst > evidence.monthFirst ? 'day-first' : 'month-first', by };
  }
  return { order: separator === '/' ? 'month-first' : 'day-first', by: 'assumption' };
}
