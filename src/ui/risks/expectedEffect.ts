import { monthNumber, planMonth } from '../../model/calendar';
import { formatShare } from '../../model/format/formatShare';
import { fullCapacity } from '../../model/fullCapacity';
import { isSelling } from '../../model/isSelling';
import type { Plan, RiskEvent } from '../../model/plan';
import { regionOfSeats } from '../../model/regionOfSeats';
import { changeWords, scopeWords } from './eventWords';

/** What an event comes to on average, by hand: its chance × the time it lasts within the plan × its effect. */
export interface ExpectedEffect {
  /** Share of the plan's months, by their season's weights, that it lasts for if it happens: mean over when it may begin. */
  readonly lasts: number;
  /** Change of the bookings of those it meets, over the whole plan, chance included; −0.02 is 2 % less. */
  readonly bookings: number;
  /** Share of the plan's full capacity that it meets. */
  readonly reach: number;
}

/** The share of the plan's season, from month to month, that a stretch of months from the index on takes; inside the plan. */
function seasonShare(plan: Plan, first: number, months: number): number {
  let [inside, all] = [0, 0];
  for (let month = 0; month < plan.calendar.months; month++) {
    const weight = plan.seasonality[monthNumber(planMonth(plan.calendar, month)) % 12] ?? 1;
    all += weight;
    if (month >= first && month < first + months) inside += weight;
  }
  return all > 0 ? inside / all : 0;
}

/** Share of full capacity in the event's scope. */
function reachOf(plan: Plan, { scope }: RiskEvent): number {
  const selling = new Set(plan.roles.filter(isSelling).map(({ id }) => id));
  const seats = plan.seats.filter(({ roleId }) => selling.has(roleId));
  const regions = regionOfSeats(plan);
  const byId = new Map(seats.map((seat) => [seat.id, seat]));
  let [met, all] = [0, 0];
  for (const [id, amount] of fullCapacity(plan, seats)) {
    all += amount;
    const seat = byId.get(id);
    const inScope =
      scope.kind === 'all' ||
      (scope.kind === 'role' && seat?.roleId === scope.id) ||
      (scope.kind === 'territory' && seat?.territoryId === scope.id) ||
      (scope.kind === 'region' && regions.get(id) === scope.id);
    if (inScope) met += amount;
  }
  return all > 0 ? met / all : 0;
}

/** The event's mean effect on bookings. Leaving, time to fill and the lag of a pipeline are not in it: the run has them. */
export function expectedEffect(plan: Plan, event: RiskEvent): ExpectedEffect {
  const { effects, probability, months } = event;
  const first = monthNumber(event.earliest) - monthNumber(plan.calendar.start);
  const starts = monthNumber(event.latest) - monthNumber(event.earliest) + 1;
  let lasts = 0;
  for (let start = 0; start < starts; start++) lasts += seasonShare(plan, first + start, months) / starts;
  const factor = (effects.intensity ?? 1) * (effects.winRate ?? 1) * (effects.dealSize ?? 1);
  return { lasts, bookings: probability * lasts * (factor - 1), reach: reachOf(plan, event) };
}

/** The chance-weighted effect in words: `On average −1.3 % of Europe’s bookings, −0.4 % of the plan’s.` */
export function expectedWords(plan: Plan, event: RiskEvent): string {
  const { lasts, bookings, reach } = expectedEffect(plan, event);
  const { attrition, timeToFill } = event.effects;
  if (Object.keys(event.effects).length === 0) return 'State what it changes: it does nothing yet.';
  if (lasts === 0) return 'It lies outside the plan’s months, so that it changes nothing.';
  const people =
    attrition === undefined && timeToFill === undefined ? '' : ' What it does to people shows in the run.';
  if (bookings === 0) return `No deal is lost to it directly.${people}`;
  const change = (value: number) => changeWords(1 + value);
  const scope = event.scope.kind === 'all' ? '' : `${scopeWords(plan, event.scope)}’s bookings, `;
  const whole = scope === '' ? 'the plan’s bookings' : 'the plan’s';
  const local = scope === '' ? '' : `${change(bookings)} of ${scope}`;
  return `On average, its chance of ${formatShare(event.probability)} included: ${local}${change(bookings * reach)} of ${whole}.${people}`;
}
