import { monthFromNumber, monthNumber } from '../model/calendar';
import type { SalesHistory } from '../model/history';
import type { Plan } from '../model/plan';
import { fail, succeed, type Result } from '../model/problem';
import type { IsoMonth, Money, SeatId } from '../model/units';
import { money } from '../model/units';
import { quantileOfSorted } from '../stats/distribution';
import { calibratePlan } from './calibratePlan';
import type { CalibrationOptions, CalibrationReport } from './report';
import { fiscalMonth, makeTimeline } from './timeline';

/** A quarter that happened, and the plan that the history before it makes for it. */
export interface Backtest {
  /** Such as `FY2017-Q4`. */
  readonly quarter: string;
  /** Three months without attrition: the sellers who were there are the ones to be judged. */
  readonly plan: Plan;
  readonly report: CalibrationReport;
  /** What the sellers with a seat booked in it. */
  readonly actual: { readonly team: Money; readonly seats: ReadonlyMap<SeatId, Money> };
  /** Bookings of people the plan has no seat for (new, or nobody's): outside the forecast. */
  readonly unforeseen: Money;
}

/**
 * Holds the last full quarter back, calibrates on what was known before it, and says what to run (the plan, and
 * each seat by itself with `onlySeat`) and what happened. Mean deal sizes are taken as each seller's own record has them, as
 * the reference does that the engine is held to. Fails without a full quarter before the one held back.
 */
export function makeBacktest(history: SalesHistory, options: CalibrationOptions = {}): Result<Backtest> {
  const timeline = makeTimeline(history.opportunities, options);
  const quarters = timeline?.quarters.filter(({ full }) => full) ?? [];
  const held = quarters.at(-1);
  const inHeld = timeline?.months.filter(
    ({ month }) => fiscalMonth(monthNumber(month), timeline.fiscalYearStart).label === held?.label,
  );
  const start = inHeld?.[0]?.month;
  if (held === undefined || start === undefined || quarters.length < 2)
    return fail([
      {
        code: 'history-short',
        path: 'opportunities',
        message: `a backtest must have two full quarters of history, got ${quarters.length}`,
      },
    ]);
  const calibration = calibratePlan(knownBefore(history, start), {
    ...options,
    historyTo: monthFromNumber(monthNumber(start) - 1),
    planStart: start,
    months: 3,
    attrition: false,
    dealSizeUncertainty: false,
  });
  if (!calibration.ok) return calibration;
  const { plan, report } = calibration.value;
  const booked = new Map<string | undefined, number>();
  for (const { seller, outcome, closed, amount } of timeline?.deals ?? []) {
    const { label } = fiscalMonth(monthNumber(closed), options.fiscalYearStart ?? 1);
    if (outcome === 'won' && label === held.label)
      booked.set(seller, (booked.get(seller) ?? 0) + (amount ?? 0));
  }
  const seats = new Map(plan.seats.map(({ id, name }) => [id, money(booked.get(name) ?? 0)]));
  const team = [...seats.values()].reduce((sum, amount) => sum + amount, 0);
  return succeed({
    quarter: held.label,
    plan,
    report,
    actual: { team: money(team), seats },
    unforeseen: money(held.bookings - team),
  });
}

/** The history as it stood when that month began: what was created later is gone, what closed later was open. */
function knownBefore(history: SalesHistory, month: IsoMonth): SalesHistory {
  const day = `${month}-01`;
  const opportunities = history.opportunities.flatMap((deal) => {
    if (deal.created !== undefined && deal.created >= day) return [];
    if (deal.outcome === 'open' || deal.closed === undefined || deal.closed < day) return [deal];
    const { closed: _closed, ...known } = deal;
    return [{ ...known, outcome: 'open' as const }];
  });
  return { ...history, opportunities };
}

/** The plan with that seat alone, whose bookings are then the seat's. Its draws are those it has in the whole plan. */
export const onlySeat = (plan: Plan, id: SeatId): Plan => ({
  ...plan,
  seats: plan.seats.filter((seat) => seat.id === id),
});

/** Where what happened lies in a simulated distribution. */
export interface Placement {
  /** Share of trials below it, ties counted half. */
  readonly below: number;
  /** Whether it lies within the central interval of that share of the trials, both ends included. */
  readonly within: Readonly<Record<50 | 80 | 90, boolean>>;
}

/** Places an amount among simulated ones (ascending, not empty). Quantiles are of type 7. */
export function placeActual(actual: number, sorted: ArrayLike<number>): Placement {
  let below = 0;
  for (let index = 0; index < sorted.length; index++) {
    const value = sorted[index] ?? 0;
    below += value < actual ? 1 : value === actual ? 0.5 : 0;
  }
  const within = (level: number) =>
    quantileOfSorted(sorted, (1 - level) / 2) <= actual &&
    actual <= quantileOfSorted(sorted, (1 + level) / 2);
  return { below: below / sorted.length, within: { 50: within(0.5), 80: within(0.8), 90: within(0.9) } };
}
