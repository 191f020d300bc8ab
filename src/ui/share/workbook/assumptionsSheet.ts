import { leverRanges } from '../../../model/defaults';
import { formatMonth } from '../../../model/format/formatMonth';
import { meanDealSize } from '../../../model/meanDealSize';
import type { Plan, Role } from '../../../model/plan';
import { isoMonth } from '../../../model/units';
import type { WorkbookSheet } from '../../../state/planExchange';
import { LEVER_ORDER } from '../../levers/leverEffect';
import { formatRampList } from '../../team/rampList';
import { factsSheet, fact, type Fact } from './factsSheet';

/** What the plan takes for given: calendar, market, levers, and each role's figures. */
export function assumptionsSheet(plan: Plan): WorkbookSheet {
  const { calendar, market, coverage, management, seasonality, levers } = plan;
  const facts: Fact[] = [
    fact('First month', calendar.start, 'month'),
    fact('Months', calendar.months, 'count'),
    fact('Fiscal year starts in month', calendar.fiscalYearStart, 'count'),
    fact('Gross margin', plan.grossMargin, 'share'),
    fact('Market: standard deviation by quarter', market.sd, 'share'),
    fact('Market: persistence', market.persistence, 'share'),
    fact('Uncertain inputs are drawn', plan.parameterUncertainty ? 'yes' : 'no'),
    fact('Coverage: curvature', coverage.curvature, 'decimal'),
    fact('Coverage: territory shock', coverage.territoryShockSd, 'share'),
    fact('Managers: people at the most', management.spanLimit, 'count'),
    fact('Managers: factor while vacant', management.vacantFactor, 'decimal'),
    fact('Managers: factor over span', management.overSpanFactor, 'decimal'),
    ...LEVER_ORDER.map((key) =>
      fact(
        `Lever: ${leverRanges[key].label}`,
        levers[key],
        leverRanges[key].unit === 'days' ? 'count' : 'share',
      ),
    ),
    ...seasonality.map((weight, month) => fact(`Season: ${monthName(month)}`, weight, 'decimal')),
    ...plan.roles.flatMap(roleFacts),
  ];
  return factsSheet('Assumptions', plan.currency, facts);
}

const monthName = (month: number): string =>
  formatMonth(isoMonth(`2000-${String(month + 1).padStart(2, '0')}`)).split(' ')[0] ?? '';

function roleFacts(role: Role): Fact[] {
  const of = (name: string, ...value: [string | number | undefined, Parameters<typeof fact>[2]?]): Fact =>
    fact(`${role.name}: ${name}`, ...value);
  const { pay, pipeline } = role;
  return [
    of('productivity a month', role.productivity.perMonth, 'money'),
    of('its relative standard error', role.productivity.cv, 'share'),
    of('mean deal size', meanDealSize(role.dealSize), 'money'),
    of('ramp, % by month', formatRampList(role.ramp) || 'none'),
    of('attrition a year', role.annualAttrition, 'share'),
    of('days to fill, P50', role.timeToFill.p50, 'count'),
    of('days to fill, P90', role.timeToFill.p90, 'count'),
    of('days of start slip, P50', role.startSlip.p50, 'count'),
    of('days of start slip, P90', role.startSlip.p90, 'count'),
    of('spread of skill', role.skillCv, 'share'),
    of('annual quota', role.annualQuota, 'money'),
    of('win rate', pipeline?.winRate, 'share'),
    of('days of sales cycle, P50', pipeline?.cycle.p50, 'count'),
    of('base pay', pay.base, 'money'),
    of('variable pay', pay.variable, 'money'),
    of('benefits', pay.benefits, 'share'),
    of('recruiting cost', pay.recruiting, 'money'),
  ];
}
