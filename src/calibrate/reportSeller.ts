import { meanDealSize } from '../model/meanDealSize';
import { money } from '../model/units';
import { sizesOf } from './makePlan';
import type { CalibratedRole } from './makeRoles';
import { posteriorOf, summariseRate, type DealRate } from './posterior';
import type { SellerReport } from './report';
import { roundFigure } from './roundFigure';
import type { SellerRecord } from './sellerRecords';
import { estimateWinRate } from './winRate';

/** What was measured of one seller. */
export function reportSeller(record: SellerRecord, { group }: CalibratedRole, prior: DealRate): SellerReport {
  const { seller, firstActivity, lastActivity, won, closed, sizes, months } = record;
  const used = sizesOf(record, group);
  return {
    name: seller.name,
    ...(seller.manager === undefined ? {} : { manager: seller.manager }),
    ...(seller.region === undefined ? {} : { region: seller.region }),
    winRate: estimateWinRate(won, closed),
    won: sizes.length,
    exposureMonths: roundFigure(months),
    bookings: money(Math.round(100 * sizes.reduce((sum, size) => sum + size, 0)) / 100),
    dealsPerMonth: summariseRate(posteriorOf(prior, record)),
    meanDeal: money(roundFigure(meanDealSize(used))),
    ownSizes: used !== group.sizes,
    firstActivity,
    lastActivity,
  };
}
