import { valueAt } from '../../../charts/percentileBands';
import type { Plan } from '../../../model/plan';
import { mainPeriod } from '../../../state/cardAnswer';
import type { WorkbookSheet } from '../../../state/planExchange';
import type { RunSummary } from '../../../stats/summary';
import { answerWords } from '../../brief/briefWords';
import { factsSheet, fact, type Fact } from './factsSheet';

/** The answer and the figures of the year asked about first. */
export function summarySheet(plan: Plan, summary: RunSummary): WorkbookSheet {
  const main = mainPeriod(summary);
  const planned = plan.seats.filter(({ occupant }) => occupant.kind === 'planned').length;
  const facts: Fact[] = [fact('Plan', plan.name)];
  if (main) {
    const { bookings, year, chance } = main;
    const at = (percent: 10 | 50 | 90) => valueAt(bookings.percentiles, percent);
    facts.push(
      fact('Answer', answerWords(main, summary.currency)),
      fact('Period', main.period),
      fact('Target', main.target, 'money'),
      fact('Chance of the target', chance?.value, 'share'),
      fact('Standard error of the chance', chance?.standardError, 'share'),
      fact('Expected bookings', bookings.mean, 'money'),
      fact('Standard error of expected bookings', bookings.standardError, 'money'),
      fact('Bookings P10', at(10), 'money'),
      fact('Bookings P50', at(50), 'money'),
      fact('Bookings P90', at(90), 'money'),
      fact('Expected cost', year?.cost.mean, 'money'),
      fact('Budget', year?.budget, 'money'),
      fact('Chance of keeping to the budget', year?.withinBudget?.value, 'share'),
      fact('Expected contribution', year?.contribution.mean, 'money'),
      fact('Attainment of the plan, mean', year?.attainment?.mean, 'share'),
      fact('Attainment of the plan, median', year?.attainment?.median, 'share'),
      fact('Attainment of seats, mean', year?.seatAttainment?.mean, 'share'),
      fact('Attainment of seats, median', year?.seatAttainment?.median, 'share'),
      fact('Share of seats at or above 100 %', year?.seatAttainment?.atQuota.value, 'share'),
      fact('Vacancy months, mean', year?.vacancyMonths.mean, 'decimal'),
    );
  }
  facts.push(
    fact('Seats', plan.seats.length, 'count'),
    fact('Planned hires', planned, 'count'),
    fact('Leavers over the plan, mean', summary.leavers.mean, 'decimal'),
    fact('Starts over the plan, mean', summary.starters.mean, 'decimal'),
  );
  return factsSheet('Summary', summary.currency, facts);
}
