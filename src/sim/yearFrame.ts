import type { RunInput } from './compilePlan';

/** The fiscal years of a run: where each begins and ends, and what share of a year's quota its months carry. */
export interface YearFrame {
  readonly firstMonth: Uint8Array;
  /** One past the last month. */
  readonly endMonth: Uint8Array;
  /** Share of a year's quota that its months inside the horizon carry, by the season's weights. */
  readonly share: Float64Array;
  /** Season weights summed up to each month's start. */
  readonly seasonBefore: Float64Array;
}

export function makeYearFrame(input: RunInput): YearFrame {
  const seasonBefore = new Float64Array(input.months + 1);
  const firstMonth = new Uint8Array(input.years);
  const endMonth = new Uint8Array(input.years);
  for (let month = 0; month < input.months; month++) {
    seasonBefore[month + 1] = (seasonBefore[month] ?? 0) + (input.season[month] ?? 0);
    const year = input.yearOfMonth[month] ?? 0;
    if (endMonth[year] === 0) firstMonth[year] = month;
    endMonth[year] = month + 1;
  }
  const share = Float64Array.from(
    firstMonth,
    (first, year) => ((seasonBefore[endMonth[year] ?? 0] ?? 0) - (seasonBefore[first] ?? 0)) / 12,
  );
  return { firstMonth, endMonth, share, seasonBefore };
}

/** Share of a year's quota carried by the time from `from` to `to`, in months from the plan's start. */
export function quotaShare(frame: YearFrame, season: Float64Array, from: number, to: number): number {
  return (seasonUpTo(frame, season, to) - seasonUpTo(frame, season, from)) / 12;
}

function seasonUpTo(frame: YearFrame, season: Float64Array, time: number): number {
  const month = Math.floor(time);
  const before = frame.seasonBefore[month] ?? 0;
  return time === month ? before : before + (time - month) * (season[month] ?? 0);
}
