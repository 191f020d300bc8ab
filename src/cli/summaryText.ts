import { formatCount } from '../model/format/formatCount';
import { formatMargin } from '../model/format/formatMargin';
import { formatShare } from '../model/format/formatShare';
import { formatTarget } from '../model/format/formatTarget';
import type { Plan } from '../model/plan';
import type { PeriodSummary, RunSummary } from '../stats/summary';
import { driverText } from './driverText';
import { levelText } from './levelText';
import { periodName, periodText } from './periodText';
import { seatText } from './seatText';
import { yearText } from './yearText';

/** A run's summary to be read: the answers, then periods and years, then each year's groups, seats and drivers. */
export function summaryText(plan: Plan, summary: RunSummary): string {
  const years = summary.periods.filter(({ kind }) => kind === 'year');
  return [
    caption(plan, summary),
    answers(summary),
    periodText(summary),
    yearText(summary),
    ...years.flatMap((year) => [
      levelText(plan, summary, year),
      seatText(plan, summary, year),
      driverText(plan, summary, year),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function caption(plan: Plan, { trials, complete, seed, engine }: RunSummary): string {
  const early = complete && trials < plan.run.trials;
  const run = early
    ? `${formatCount(trials)} of at most ${formatCount(plan.run.trials)} trials (known well enough)`
    : `${formatCount(trials)} trials`;
  return `${plan.name}: ${run}, seed ${seed}, engine ${engine}\n`;
}

function answers(summary: RunSummary): string {
  const targets = summary.periods.flatMap((period) => targetSentence(period, summary.currency));
  const budgets = summary.periods.flatMap((period) => budgetSentence(period, summary.currency));
  const none = 'The plan has no targets, so there is no chance to tell.\n';
  return [...(targets.length > 0 ? targets : [none]), ...budgets].join('');
}

function targetSentence(period: PeriodSummary, currency: string): string[] {
  const { target, chance } = period;
  if (target === undefined || chance === undefined) return [];
  return [
    `${formatShare(chance.value, chance.standardError)} chance of ${formatTarget(target, currency)}` +
      ` or more in ${periodName(period)} (${formatMargin(chance.standardError)})\n`,
  ];
}

function budgetSentence(period: PeriodSummary, currency: string): string[] {
  const { budget, withinBudget } = period.year ?? {};
  if (budget === undefined || withinBudget === undefined) return [];
  return [
    `${formatShare(withinBudget.value, withinBudget.standardError)} chance of costing ${formatTarget(budget, currency)}` +
      ` or less in ${periodName(period)} (${formatMargin(withinBudget.standardError)})\n`,
  ];
}
