import type { ChartTable } from '../../charts/chartTable';
import type { HireAnswer } from '../../decide/solve/question';
import { formatMoney } from '../../model/format/formatMoney';
import type { Plan } from '../../model/plan';
import { chanceWords } from './answerWords';
import { hiresInLine } from './hireWords';

/** The figures of the frontier: a row for each plan, the cheapest first. */
export function frontierTable(plan: Plan, { frontier }: HireAnswer): ChartTable {
  return {
    columns: ['Hires', 'New people', 'Cost of the hires', 'Chance', 'Standard error', 'Bookings more'],
    rows: frontier.map((tested) => [
      { text: hiresInLine(plan, tested.hires), raw: hiresInLine(plan, tested.hires) },
      { text: String(tested.count), raw: tested.count },
      { text: formatMoney(tested.cost.mean, plan.currency, { compact: true }), raw: tested.cost.mean },
      { text: chanceWords(tested), raw: tested.chance.value },
      { text: (100 * tested.chance.standardError).toFixed(2), raw: tested.chance.standardError },
      {
        text: formatMoney(tested.bookings.mean, plan.currency, { compact: true }),
        raw: tested.bookings.mean,
      },
    ]),
  };
}
