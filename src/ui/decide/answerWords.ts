import type { HireAnswer, TestedPlan } from '../../decide/solve/question';
import { formatCount } from '../../model/format/formatCount';
import { formatMargin } from '../../model/format/formatMargin';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';
import type { Mean } from '../../stats/summary';

/** A chance with its standard error: `81 % (±0.4)`. */
export const chanceWords = ({ chance }: TestedPlan): string =>
  `${formatShare(chance.value, chance.standardError)} (${formatMargin(chance.standardError)})`;

/** An amount with its standard error where that shows: `$1.1M`, `$420K (±$3.1K)`. */
export function amountWords({ mean, standardError }: Mean, currency: string): string {
  const short = (value: number) => formatMoney(value, currency, { compact: true });
  return standardError > 0.005 * Math.abs(mean) ? `${short(mean)} (±${short(standardError)})` : short(mean);
}

/** What the confidence is shared by and on what the answer rests. */
export function confidenceWords({ question, tests }: HireAnswer): string {
  const shared = tests > 1 ? `, the ${formatCount(tests)} plans tested for it taken together` : '';
  return `95 % sure that it is ${formatShare(question.probability)} or more${shared}`;
}

/** Why no plan was chosen, and what would help. */
export function shortfallWords({ shortfall, question, best }: HireAnswer): string {
  const wanted = formatShare(question.probability);
  if (shortfall === 'unproven')
    return `${chanceWords(best)} is too close to ${wanted} to be sure of it. Raise the plan’s number of trials in Share, allow one more person, or ask for a point less.`;
  if (shortfall === 'stopped') return `The search was stopped before it found one that is ${wanted} safe.`;
  if (shortfall === 'budget')
    return `More people would cost more than the budget allows. Raise it, or ask for less than ${wanted}.`;
  return `Nobody more may be hired within the bounds, or comes too late to count. Allow more people or earlier months, or ask for less than ${wanted}.`;
}

/** How the answer was come to, in sentences, with its source. */
export function methodWords(answer: HireAnswer): string[] {
  const { weighed, searchTrials, testTrials, tests, seed, additive, proved, chosen } = answer;
  const wanted = formatShare(answer.question.probability);
  return [
    `The search set out from several plans and kept ${formatCount(weighed)} on the way, exchanging people between months and roles, on ${formatCount(searchTrials)} trials of its own. Every trial has the same market, risks and colleagues whoever is hired (common random numbers), so that plans differ by the hires alone.`,
    `What it found was then tested on ${formatCount(testTrials)} trials that the search had not seen, those of the plan itself (seed ${seed}): the chance above is the one that the opened plan shows. A plan is called safe where the exact lower bound of Clopper and Pearson is ${wanted} or more, at 95 % shared between the ${formatCount(tests)} plans tested (Bonferroni).`,
    `This is sample approximation with a check afterwards: Luedtke & Ahmed 2008, SIAM Journal on Optimization 19, 674–699.`,
    ...(chosen && chosen.count > 0
      ? [
          proved
            ? 'Every cheaper plan within the bounds was weighed, and fell short in the search’s trials.'
            : 'There are too many plans to weigh them all: a slightly cheaper one may exist. Hires of one month more or less often come to nearly the same.',
        ]
      : []),
    additive
      ? 'In this plan no seat affects another, so that what each new person adds was known exactly.'
      : 'In this plan seats affect one another (shared territories, managers, support or quotas handed down), so that the search was guided by what people add alone and set right by samples of the whole plan. The chance above is that of the whole plan.',
    'New people join the teams of their role in turn, the smallest first, at their role’s quota, and are replaced when they leave. Their draws belong to role, month and number, so that nobody else’s change.',
  ];
}
