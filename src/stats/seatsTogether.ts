import { ATTAINMENT_BINS, SEAT_SUMS } from '../sim/outcome';
import { attainmentEdges } from './attainmentEdges';
import type { RunTotals } from './mergeOutcomes';
import { quantileOfSketch } from './quantileOfSketch';
import type { Attainment, Probability } from './summary';

/**
 * Attainment of all seats of a fiscal year (0 for the first) and all trials together, over those seats that had a quota
 * and were filled a month or more; undefined where none was. Seats of one trial share its market, so the standard error
 * is that of a ratio over trials (Cochran 1977, Sampling Techniques, 2.11), not of so many seats.
 */
export function seatsTogether(totals: RunTotals, year: number): Attainment | undefined {
  const { seats, years } = totals.shape;
  const counts = new Float64Array(ATTAINMENT_BINS);
  let sum = 0;
  let counted = 0;
  for (let seat = 0; seat < seats; seat++) {
    const place = seat * years + year;
    const had = totals.seatCounts[2 * place] ?? 0;
    if (had === 0) continue;
    counted += had;
    sum += totals.seatYears[place * SEAT_SUMS + 2] ?? 0;
    for (let bin = 0; bin < ATTAINMENT_BINS; bin++)
      counts[bin] = (counts[bin] ?? 0) + (totals.seatAttainment[place * ATTAINMENT_BINS + bin] ?? 0);
  }
  if (counted === 0) return undefined;
  return {
    mean: sum / counted,
    median: quantileOfSketch({ counts, edges: attainmentEdges }, 0.5),
    atQuota: ratioOverTrials(totals, year),
  };
}

function ratioOverTrials({ trials, shape, atQuota, withQuota }: RunTotals, year: number): Probability {
  let had = 0;
  let attained = 0;
  for (let trial = 0; trial < trials; trial++) {
    had += withQuota[trial * shape.years + year] ?? 0;
    attained += atQuota[trial * shape.years + year] ?? 0;
  }
  const value = attained / had;
  let squares = 0;
  for (let trial = 0; trial < trials; trial++) {
    const place = trial * shape.years + year;
    const rest = (atQuota[place] ?? 0) - value * (withQuota[place] ?? 0);
    squares += rest * rest;
  }
  return { value, standardError: trials > 1 ? Math.sqrt((squares * trials) / (trials - 1)) / had : 0 };
}
