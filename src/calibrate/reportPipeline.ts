import { formatShare } from '../model/format/formatShare';
import { DAYS_PER_MONTH } from '../model/units';
import type { OpenFindings } from './listOpenPipeline';
import type { PipelineEstimate } from './estimatePipeline';
import type { PipelineReport } from './report';
import { roundFigure } from './roundFigure';

const count = (value: number) => value.toLocaleString('en-US');
const verb = (value: number) => (value === 1 ? 'has' : 'have');

/** The figures of the pipeline form with what they rest on, in words; `dealsPerMonth` is what the plan's seats are expected to win. */
export function reportPipeline(
  { won, cycle, meanCycle, winRate }: PipelineEstimate,
  { stages, expectedWins, whyNone, withoutSeat, withoutAmount, withoutCreation }: OpenFindings,
  dealsPerMonth: number,
): PipelineReport {
  const steadyWins = roundFigure((dealsPerMonth * meanCycle) / DAYS_PER_MONTH, 6);
  const open = stages.reduce((sum, { opportunities }) => sum + opportunities, 0);
  const list: [boolean, string][] = [
    [
      true,
      `Half of the ${count(won)} won deals with both dates took up to ${cycle.p50} days from creation to winning, nine in ten up to ${cycle.p90}.`,
    ],
    [
      true,
      `${formatShare(winRate.rate)} of ${count(winRate.closed)} decided opportunities were won (95 % interval ${formatShare(winRate.low)} to ${formatShare(winRate.high)}); with parameter uncertainty each trial draws the rate from that many.`,
    ],
    [
      open > 0,
      `The ${count(open)} open opportunities are won as often as all that ever were as old; those that nobody closed count as not won. Expected wins of them: ${count(Math.round(expectedWins))}; a pipeline that had always been as full would bring ${count(Math.round(steadyWins))}.`,
    ],
    [
      open === 0,
      `No opportunity is listed as open${whyNone === undefined ? '' : ` (${whyNone})`}: what closes first is as much as had always been created.`,
    ],
    [
      withoutAmount > 0,
      `${count(withoutAmount)} open ${verb(withoutAmount)} no amount: the mean of the product’s won deals was taken, else of the seller’s.`,
    ],
    [
      withoutCreation > 0,
      `${count(withoutCreation)} open ${verb(withoutCreation)} no day of creation: taken as new.`,
    ],
    [withoutSeat > 0, `${count(withoutSeat)} open ${verb(withoutSeat)} no owner with a seat: left out.`],
    [
      true,
      'Half of a leaver’s open opportunities are worked on by somebody else: judgement, for no history tells.',
    ],
  ];
  return {
    won,
    cycle,
    winRate,
    stages,
    expectedWins,
    steadyWins,
    withoutSeat,
    withoutAmount,
    withoutCreation,
    rules: list.flatMap(([holds, sentence]) => (holds ? [sentence] : [])),
  };
}
