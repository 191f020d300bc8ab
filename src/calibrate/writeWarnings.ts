import type { SalesHistory } from '../model/history';
import type { AttritionReport, MarketReport } from './report';
import type { Seasonality } from './estimateSeasonality';
import type { SellerRecord } from './sellerRecords';
import { LEAST_CYCLES } from './estimatePipeline';
import type { Timeline } from './timeline';

export interface Findings {
  readonly history: SalesHistory;
  readonly timeline: Timeline;
  readonly records: readonly SellerRecord[];
  readonly season: Seasonality;
  readonly market: MarketReport;
  readonly attrition: AttritionReport;
  readonly priorFitted: boolean;
  /** The pipeline form was asked for, and the history does not know how long deals take. */
  readonly cyclesMissing: boolean;
  /** Names of those whose date of hire is unknown and who would be on the ramp if they began with the history. */
  readonly takenAsRamped: readonly string[];
}

const ENOUGH_QUARTERS = 8;

/** The first few of a list of names, and how many more. */
const some = (names: readonly string[]) =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '');

/** How far the figures can be trusted, in plain sentences. */
export function writeWarnings({
  history,
  timeline,
  records,
  season,
  market,
  attrition,
  priorFitted,
  cyclesMissing,
  takenAsRamped,
}: Findings): string[] {
  const { fullQuarters } = timeline.window;
  const full = new Set(timeline.months.flatMap(({ full: whole, month }) => (whole ? [month] : [])));
  const selling = new Set(records.map(({ seller }) => seller.name));
  const openOnly = new Set(
    history.opportunities.flatMap(({ seller }) =>
      seller === undefined || selling.has(seller) ? [] : [seller],
    ),
  );
  const ramping = records
    .filter(({ left, months }) => !left && months === 0)
    .map(({ seller }) => seller.name);
  const unowned = history.opportunities.filter(
    ({ seller, outcome, amount }) => seller === undefined && outcome === 'won' && amount !== undefined,
  );
  const list: [boolean, string][] = [
    [
      fullQuarters === 0,
      `No full quarter of history (${full.size} full months): the forecast is a guess with a number on it.`,
    ],
    [
      fullQuarters === 1,
      'One quarter of history is too little: in a test on it the 80 % intervals held 19 of 30 sellers, not 24. Import at least two full quarters.',
    ],
    [
      !season.profileKnown,
      'Too little history to see how bookings spread within a quarter (100 won deals and two full months of each place are needed): they are taken as even.',
    ],
    [!season.yearKnown, 'Under two full years of history: quarters are taken as equal but for their months.'],
    [
      market.quarters < ENOUGH_QUARTERS,
      `Market swings were estimated from ${market.quarters} full ${market.quarters === 1 ? 'quarter' : 'quarters'}; fewer than eight are too few to rule them out. The plan has a standard deviation of ${Math.round(1000 * market.sd) / 10} %: raise it if your market moves everyone together.`,
    ],
    [
      market.measured > market.sd,
      `Won deals changed from quarter to quarter by more than any market does (standard deviation ${Math.round(100 * market.measured)} %), so the plan has ${Math.round(100 * market.sd)} %: look for a trend, or for quarters that are missing from the export.`,
    ],
    [
      cyclesMissing,
      `Fewer than ${LEAST_CYCLES} won deals with the days of their creation and closing: how long deals take is unknown, so they close in the month of the effort.`,
    ],
    [!priorFitted, 'Fewer than three sellers: how much sellers differ is the default of their segment.'],
    [
      takenAsRamped.length > 0,
      `Already selling when the history begins, so taken to be past the ramp: ${some(takenAsRamped)}. Set their hire dates in Team if they are new.`,
    ],
    [
      ramping.length > 0,
      `Still on the ramp when the history ends, so forecast as the average of their role: ${some(ramping)}.`,
    ],
    [
      attrition.leavers > 0,
      `No sign of activity in the last 90 days, so taken to have left and given no seat: ${some(attrition.leaverNames)}.`,
    ],
    [
      openOnly.size > 0,
      `Nothing won or lost yet, so no seat: ${some([...openOnly].toSorted())}. Add them in Team.`,
    ],
    [
      unowned.length > 0,
      `${unowned.length} won ${unowned.length === 1 ? 'deal has' : 'deals have'} no owner who is a person: they are in the totals and the target, but no seat will book the like.`,
    ],
  ];
  return list.flatMap(([holds, sentence]) => (holds ? [sentence] : []));
}
