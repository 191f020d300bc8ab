import { share, isoDate, type Share } from '../model/units';
import type { AttritionReport } from './report';
import { roundFigure } from './roundFigure';
import { daysBefore, SILENT_DAYS, type SellerRecord } from './sellerRecords';
import { monthPosition, type Timeline } from './timeline';

/** As many leavers as the segment's default weighs. */
const PRIOR_LEAVERS = 2;

/**
 * Annual attrition from who fell silent. Leaving has a constant force per month with a gamma prior whose mean is
 * the segment default's, −ln(1 − a) ÷ 12, and whose shape is two leavers; n leavers in T person-months make it
 * (2 + n) ÷ (2/h + T), and the year's share 1 − exp(−12 h) (Gamma–Poisson, Gelman et al., Bayesian Data
 * Analysis, 2.6). The last 90 days cannot show a leaver, so they are no exposure.
 */
export function estimateAttrition(
  records: readonly SellerRecord[],
  timeline: Timeline,
  segmentDefault: Share,
): AttritionReport {
  const blindFrom = monthPosition(isoDate(daysBefore(timeline.to, SILENT_DAYS)));
  const leavers = records.filter(({ left }) => left);
  const personMonths = records.reduce(
    (sum, { firstActivity, lastActivity, left }) =>
      sum + Math.max(0, (left ? monthPosition(lastActivity) : blindFrom) - monthPosition(firstActivity)),
    0,
  );
  const priorForce = -Math.log(1 - segmentDefault) / 12;
  const force = (PRIOR_LEAVERS + leavers.length) / (PRIOR_LEAVERS / priorForce + personMonths);
  return {
    leavers: leavers.length,
    leaverNames: leavers.map(({ seller }) => seller.name),
    personMonths: roundFigure(personMonths),
    segmentDefault,
    annual: share(roundFigure(1 - Math.exp(-12 * force), 4)),
  };
}
