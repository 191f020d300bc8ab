import { valueAt } from '../../charts/percentileBands';
import { neutralLevers, leverRanges } from '../../model/defaults';
import { formatMargin } from '../../model/format/formatMargin';
import { formatMoney } from '../../model/format/formatMoney';
import { formatPeriod } from '../../model/format/formatPeriod';
import { formatShare } from '../../model/format/formatShare';
import { formatTarget } from '../../model/format/formatTarget';
import type { Plan, RiskEvent, Role } from '../../model/plan';
import type { Distribution, PeriodSummary, RunSummary } from '../../stats/summary';
import { LEVER_ORDER, leverSetting } from '../levers/leverEffect';
import { effectWords, whenWords } from '../risks/eventWords';
import { expectedEffect } from '../risks/expectedEffect';
import { comingWords, countWords } from '../team/seatWords';
import { spreadWords } from '../team/spreadWords';

/** What fits on a page: a brief says the most important and how much more there is. */
const MOST_ROLES = 3;
const MOST_RISKS = 3;
const MOST_QUARTERS = 4;

export interface BriefLine {
  readonly name: string;
  readonly text: string;
}

const short = (value: number, currency: string) => formatMoney(value, currency, { compact: true });
const range = ({ percentiles }: Distribution, currency: string) =>
  `${short(valueAt(percentiles, 10), currency)} to ${short(valueAt(percentiles, 90), currency)}`;

/** The answer: `62 % chance of $5.05M or more in FY27 (±0.5)`; what is expected where there is no target. */
export function answerWords({ period, chance, target, bookings }: PeriodSummary, currency: string): string {
  if (!chance || target === undefined)
    return `${short(bookings.mean, currency)} expected in ${formatPeriod(period)}`;
  return `${formatShare(chance.value, chance.standardError)} chance of ${formatTarget(target, currency)} or more in ${formatPeriod(period)} (${formatMargin(chance.standardError)})`;
}

/** What stands below the answer. */
export function rangeWords({ bookings, chance }: PeriodSummary, currency: string): string {
  const expected = chance ? `${short(bookings.mean, currency)} expected. ` : '';
  return `${expected}Eight times in ten it ends between ${range(bookings, currency).replace(' to ', ' and ')}.`;
}

/** The periods that a page has room for: the main year's last quarters and every year. */
export function briefPeriods(summary: RunSummary, main: PeriodSummary): PeriodSummary[] {
  const quarters = summary.periods.filter(
    ({ kind, firstMonth, endMonth }) =>
      kind === 'quarter' && firstMonth >= main.firstMonth && endMonth <= main.endMonth,
  );
  return [...quarters.slice(-MOST_QUARTERS), ...summary.periods.filter(({ kind }) => kind === 'year')];
}

function roleText(plan: Plan, role: Role): string {
  const { ramp, annualAttrition, timeToFill, productivity, work = 'sell' } = role;
  const seats = plan.seats.filter(({ roleId }) => roleId === role.id);
  const months = ramp.findLastIndex((each) => each < 1) + 1;
  const leaving = role.attritionByTenure
    ? 'attrition by tenure'
    : `${formatShare(annualAttrition)} leave a year`;
  return [
    countWords(seats.length, 'seat'),
    ...(work === 'sell' ? [`${short(productivity.perMonth, plan.currency)} a month once ramped`] : []),
    months === 0 ? 'no ramp' : `ramped after ${countWords(months, 'month')}`,
    leaving,
    `filled again in ${spreadWords(timeToFill)}`,
  ].join(', ');
}

/** What the answer takes for given, the largest roles first. */
export function assumptionLines(plan: Plan): BriefLine[] {
  const count = (role: Role) => plan.seats.filter(({ roleId }) => roleId === role.id).length;
  const roles = plan.roles.filter((role) => count(role) > 0).sort((a, b) => count(b) - count(a));
  const rest = roles.slice(MOST_ROLES);
  const moved = LEVER_ORDER.filter((key) => plan.levers[key] !== neutralLevers[key]);
  const sd = plan.market.sd;
  return [
    { name: 'Team', text: `${countWords(plan.seats.length, 'seat')}. ${comingWords(plan)}.` },
    ...roles.slice(0, MOST_ROLES).map((role) => ({ name: role.name, text: roleText(plan, role) })),
    ...(rest.length > 0
      ? [
          {
            name: 'Other roles',
            text: `${countWords(rest.length, 'role')} with ${countWords(
              rest.reduce((sum, role) => sum + count(role), 0),
              'seat',
            )}`,
          },
        ]
      : []),
    {
      name: 'Market',
      text: sd === 0 ? 'moves nobody' : `moves everyone by ±${formatShare(sd)} from quarter to quarter`,
    },
    ...(moved.length > 0
      ? [
          {
            name: 'Levers',
            text: moved
              .map((key) => `${leverRanges[key].label.toLowerCase()} ${leverSetting(key, plan.levers[key])}`)
              .join(', '),
          },
        ]
      : []),
  ];
}

/** What the year costs and leaves. */
export function moneyLines(main: PeriodSummary, currency: string): BriefLine[] {
  const { year } = main;
  if (!year) return [];
  const figure = (each: Distribution) =>
    `${short(each.mean, currency)} expected, ${range(each, currency)} eight times in ten`;
  const within = year.withinBudget;
  return [
    { name: 'Cost', text: figure(year.cost) },
    ...(within && year.budget !== undefined
      ? [
          {
            name: 'Budget',
            text: `${formatTarget(year.budget, currency)}, kept to with a chance of ${formatShare(within.value, within.standardError)}`,
          },
        ]
      : []),
    { name: 'Contribution', text: figure(year.contribution) },
  ];
}

/** The risks that take most on average, chance included, and how many more there are. */
export function riskLines(plan: Plan): BriefLine[] {
  const weight = (event: RiskEvent) => {
    const { bookings, reach } = expectedEffect(plan, event);
    return Math.abs(bookings * reach);
  };
  const events = [...plan.events].sort((a, b) => weight(b) - weight(a));
  const rest = events.length - MOST_RISKS;
  return [
    ...events.slice(0, MOST_RISKS).map((event) => ({
      name: event.name,
      text: `${formatShare(event.probability)} chance ${whenWords(event)}: ${effectWords(event)}`,
    })),
    ...(rest > 0 ? [{ name: 'Others', text: `${countWords(rest, 'more event')} in the register` }] : []),
  ];
}
