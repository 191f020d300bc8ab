import type { SalesHistory } from '../model/history';
import { meanDealSize } from '../model/meanDealSize';
import { parsePlan } from '../model/parsePlan';
import { fail, succeed, type Result } from '../model/problem';
import { segmentDefaults } from '../model/segmentDefaults';
import { money } from '../model/units';
import { chooseTarget } from './chooseTarget';
import { estimateAttrition } from './estimateAttrition';
import { estimateMarket } from './estimateMarket';
import { estimateSeasonality } from './estimateSeasonality';
import { isTakenAsRamped, makePlan, planCalendar, sizesOf } from './makePlan';
import { makeCalibratedRole, type CalibratedRole } from './makeRoles';
import { makeTeam } from './makeTeam';
import { makePrior, posteriorOf, summariseRate, type DealRate } from './posterior';
import type { Calibration, CalibrationOptions, SellerReport } from './report';
import { groupByRole, nearestSegment, rampMonthsOf, segmentOf } from './roleGroups';
import { roundFigure } from './roundFigure';
import { measureSellers, recordSellers, type SellerRecord } from './sellerRecords';
import { summariseSizes } from './summariseSizes';
import { makeTimeline, windowMonths, type Timeline } from './timeline';
import { estimateWinRate } from './winRate';
import { writeWarnings } from './writeWarnings';

/**
 * A plan out of a CRM's history, with a report of every figure in it. Each seller still active becomes an incumbent
 * with the posterior of their own deals per month and their own deal sizes; seasonality, market, attrition, quota
 * and target as their own files say. Fails in words where the history has no won deal with an owner, a closing
 * date and an amount. Cost: linear in opportunities, n log n for sorting.
 */
export function calibratePlan(history: SalesHistory, options: CalibrationOptions = {}): Result<Calibration> {
  const timeline = makeTimeline(history.opportunities, options);
  if (timeline === undefined) return missing(history);
  const dealSize = summariseSizes(wonDeals(timeline).flatMap(({ amount }) => amount ?? []));
  const meanDeal = dealSize?.mean ?? 1;
  const seen = recordSellers(history.sellers, history.opportunities, timeline, (seller) =>
    rampMonthsOf(segmentOf(seller, meanDeal)),
  );
  const season = estimateSeasonality(timeline, seen);
  const records = measureSellers(seen, season.weights);
  const segment = nearestSegment(meanDeal);
  const prior = makePrior(records, segment);
  if (dealSize === undefined || prior === undefined) return missing(history);

  const market = estimateMarket(timeline, season.weights, records);
  const attrition = estimateAttrition(records, timeline, segmentDefaults[segment].annualAttrition.value);
  const target = chooseTarget(timeline, options.target);
  const taken = new Set<string>();
  const roles = groupByRole(records).map((group) =>
    makeCalibratedRole(group, prior, options.attrition === false ? 0 : attrition.annual, taken),
  );
  const active = records.filter(({ left }) => !left);
  const team = makeTeam(active, taken);
  const won = wonDeals(timeline).length;
  const calendar = planCalendar(timeline.to, options);
  const summary = `${won.toLocaleString('en-US')} won deals of ${records.length} ${records.length === 1 ? 'seller' : 'sellers'}, closed from ${timeline.from} to ${timeline.to}`;
  const files = history.files
    .filter(({ kind }) => kind !== 'unrecognised')
    .map(({ name }) => name.slice(0, 500));
  const parts = { calendar, roles, team, prior, weights: season.weights, market, target, summary, files };
  const plan = parsePlan(makePlan(parts, options, taken));
  if (!plan.ok) return plan;

  const cycle = summariseSizes(cycleDays(timeline));
  const limited = options.historyFrom !== undefined || options.historyTo !== undefined;
  const undated = history.opportunities.filter(
    ({ outcome, closed }) => outcome !== 'open' && closed === undefined,
  );
  const closed = [...timeline.deals, ...(limited ? [] : undated)];
  const wonAtAll = closed.filter(({ outcome }) => outcome === 'won').length;
  const { start, end, fullQuarters } = timeline.window;
  return succeed({
    plan: plan.value,
    report: {
      counts: {
        won: wonAtAll,
        lost: closed.length - wonAtAll,
        open: history.opportunities.filter(({ outcome }) => outcome === 'open').length,
        sellers: records.length,
      },
      from: timeline.from,
      to: timeline.to,
      window: { ...windowMonths(timeline.window), months: roundFigure(end - start), fullQuarters },
      winRate: estimateWinRate(wonAtAll, closed.length),
      quarters: timeline.quarters,
      months: timeline.months,
      monthInQuarter: season.monthInQuarter,
      seasonality: plan.value.seasonality,
      dealSize,
      ...(cycle === undefined ? {} : { cycle }),
      sellers: roles
        .flatMap((role) => role.group.records.map((record) => reportSeller(record, role, prior)))
        .toSorted(byName),
      prior: { shape: prior.shape, rate: prior.rate, cv: roundFigure(1 / Math.sqrt(prior.shape)) },
      attrition,
      market,
      target,
      quotaRules: roles.map(({ quotaRule }) => quotaRule),
      warnings: [
        ...writeWarnings({
          history,
          timeline,
          records,
          season,
          market,
          attrition,
          priorFitted: prior.fitted,
          takenAsRamped: roles.flatMap(({ role, group }) =>
            group.records
              .filter((record) => !record.left && isTakenAsRamped(record, role, calendar))
              .map(({ seller }) => seller.name),
          ),
        }),
        ...team.warnings,
      ],
    },
  });
}

const byName = (a: SellerReport, b: SellerReport) => (a.name < b.name ? -1 : 1);

const wonDeals = ({ deals }: Timeline) => deals.filter(({ outcome }) => outcome === 'won');

/** Days from creation to winning, plus half a day. */
const cycleDays = (timeline: Timeline): number[] =>
  wonDeals(timeline).flatMap(({ created, closed }) =>
    created === undefined ? [] : [(Date.parse(closed) - Date.parse(created)) / 86_400_000 + 0.5],
  );

function reportSeller(record: SellerRecord, { group }: CalibratedRole, prior: DealRate): SellerReport {
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

/** Why there is no plan yet, and what to add. */
function missing({ opportunities, files }: SalesHistory): Result<Calibration> {
  const problem = (code: string, message: string) =>
    fail<Calibration>([{ code, path: 'opportunities', message }]);
  if (opportunities.length === 0) {
    const empty = files.filter(({ kind }) => kind === 'opportunities').map(({ name }) => name);
    if (empty.length > 0)
      return problem(
        'opportunities-missing',
        `a plan must have opportunities to rest on, got none that counts in ${empty.join(', ')}: see the problems found in it`,
      );
    const read = files
      .filter(({ kind }) => kind !== 'unrecognised')
      .map(({ name, kind }) => `${name} (${kind})`);
    return problem(
      'opportunities-missing',
      `a plan must have opportunities to rest on, got ${read.length > 0 ? read.join(', ') : 'no file'}: add the CRM's export of won and lost deals`,
    );
  }
  const won = opportunities.filter(({ outcome }) => outcome === 'won');
  const usable = won.filter(
    ({ seller, closed, amount }) => seller !== undefined && closed !== undefined && amount !== undefined,
  );
  return problem(
    'won-deals-missing',
    `a plan must rest on won deals with an owner, a closing date and an amount, got ${usable.length} of ${opportunities.length} opportunities (${won.length} won) in the months looked at`,
  );
}
