import type { SalesHistory } from '../model/history';
import { parsePlan } from '../model/parsePlan';
import type { Plan } from '../model/plan';
import { succeed, type Result } from '../model/problem';
import { segmentDefaults } from '../model/segmentDefaults';
import { isoDate, share } from '../model/units';
import { addPipeline } from './addPipeline';
import { chooseTarget } from './chooseTarget';
import { estimateAttrition } from './estimateAttrition';
import { estimateMarket } from './estimateMarket';
import { cycleDays, estimatePipeline } from './estimatePipeline';
import { estimateSeasonality } from './estimateSeasonality';
import { estimateTenure } from './estimateTenure';
import { listOpenPipeline } from './listOpenPipeline';
import { isTakenAsRamped, makePlan, planCalendar } from './makePlan';
import { makeCalibratedRole } from './makeRoles';
import { makeTeam } from './makeTeam';
import { missingDeals } from './missingDeals';
import { makePrior } from './posterior';
import type { Calibration, CalibrationOptions, SellerReport } from './report';
import { reportPipeline } from './reportPipeline';
import { reportSeller } from './reportSeller';
import { groupByRole, nearestSegment, rampMonthsOf, segmentOf } from './roleGroups';
import { roundFigure } from './roundFigure';
import { measureSellers, recordSellers } from './sellerRecords';
import { summariseSizes } from './summariseSizes';
import { makeTimeline, windowMonths, type Timeline } from './timeline';
import { estimateWinRate } from './winRate';
import { writeWarnings } from './writeWarnings';

/**
 * A plan out of a CRM's history, with a report of every figure in it. Each seller still active becomes an incumbent
 * with the posterior of their own deals per month and their own deal sizes; seasonality, market, attrition, quota
 * and target as their own files say. The pipeline is measured in any case; the plan has it where that is asked for.
 * Fails in words where the history has no won deal with an owner, a closing date and an amount. Cost: linear in opportunities, n log n for sorting.
 */
export function calibratePlan(history: SalesHistory, options: CalibrationOptions = {}): Result<Calibration> {
  const timeline = makeTimeline(history.opportunities, options);
  if (timeline === undefined) return missingDeals(history);
  const dealSize = summariseSizes(wonDeals(timeline).flatMap(({ amount }) => amount ?? []));
  const meanDeal = dealSize?.mean ?? 1;
  const seen = recordSellers(history.sellers, history.opportunities, timeline, (seller) =>
    rampMonthsOf(segmentOf(seller, meanDeal)),
  );
  const season = estimateSeasonality(timeline, seen);
  const records = measureSellers(seen, season.weights);
  const segment = nearestSegment(meanDeal);
  const prior = makePrior(records, segment);
  if (dealSize === undefined || prior === undefined) return missingDeals(history);

  const market = estimateMarket(timeline, season.weights, records);
  const attrition = estimateAttrition(records, timeline, segmentDefaults[segment].annualAttrition.value);
  const target = chooseTarget(timeline, options.target);
  const taken = new Set<string>();
  const leave = options.attrition !== false;
  const groups = groupByRole(records);
  const tenure = estimateTenure(groups, records, timeline, attrition.annual);
  const flow = estimatePipeline(timeline.deals);
  const roles = groups.map((group) => {
    const findings = {
      prior,
      annualAttrition: leave ? attrition.annual : share(0),
      attritionByTenure: leave ? tenure.curves.get(group.name) : undefined,
      dealSizeUncertainty: options.dealSizeUncertainty !== false,
    };
    return makeCalibratedRole(group, findings, taken);
  });
  const active = records.filter(({ left }) => !left);
  const team = makeTeam(active, taken);
  const won = wonDeals(timeline).length;
  const calendar = planCalendar(timeline.to, options);
  const summary = `${won.toLocaleString('en-US')} won deals of ${records.length} ${records.length === 1 ? 'seller' : 'sellers'}, closed from ${timeline.from} to ${timeline.to}`;
  const files = history.files
    .filter(({ kind }) => kind !== 'unrecognised')
    .map(({ name }) => name.slice(0, 500));
  const parts = { calendar, roles, team, prior, weights: season.weights, market, target, summary, files };
  const draft = makePlan(parts, options, taken);
  const start = isoDate(`${calendar.start}-01`);
  const open = listOpenPipeline(history.opportunities, timeline, draft.seats, start, taken);
  const plan = parsePlan(
    options.pipeline === true && flow !== undefined ? addPipeline(draft, roles, timeline, flow, open) : draft,
  );
  if (!plan.ok) return plan;

  const cycle = summariseSizes(cycleDays(timeline.deals));
  const limited = options.historyFrom !== undefined || options.historyTo !== undefined;
  const undated = history.opportunities.filter(
    ({ outcome, closed }) => outcome !== 'open' && closed === undefined,
  );
  const closed = [...timeline.deals, ...(limited ? [] : undated)];
  const wonAtAll = closed.filter(({ outcome }) => outcome === 'won').length;
  const { window } = timeline;
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
      window: {
        ...windowMonths(window),
        months: roundFigure(window.end - window.start),
        fullQuarters: window.fullQuarters,
      },
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
      tenure: tenure.report,
      ...(flow === undefined ? {} : { pipeline: reportPipeline(flow, open, dealsPerMonth(draft)) }),
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
          cyclesMissing: options.pipeline === true && flow === undefined,
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

/** Deals that the seats are expected to win in an average month. */
const dealsPerMonth = ({ seats }: Plan): number =>
  seats.reduce((sum, { occupant }) => {
    const rate = occupant.kind === 'incumbent' ? occupant.history?.dealsPerMonth : undefined;
    return rate === undefined ? sum : sum + rate.shape / rate.rate;
  }, 0);
