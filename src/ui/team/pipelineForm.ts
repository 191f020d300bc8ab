/** Deals by way of opportunities: the form with its usual figures, and what is set in words. */
import { formatCount } from '../../model/format/formatCount';
import type { Pipeline, Plan, Role } from '../../model/plan';
import { segmentDefaults, type Segment } from '../../model/segmentDefaults';
import { share, type RoleId } from '../../model/units';
import { sizeFigures } from './dealSizes';
import { percentWords } from './percentWords';
import { spreadWords } from './spreadWords';

/** Judgement, no published figure: half of a leaver's open opportunities are worked on by somebody else. */
const USUAL_KEPT = share(0.5);

/** The segment whose usual deal size is nearest to the role's, as a ratio. */
export function nearestSegment(role: Pick<Role, 'dealSize'>): Segment {
  const { mean } = sizeFigures(role.dealSize);
  const distance = (segment: Segment) =>
    Math.abs(Math.log(mean / segmentDefaults[segment].dealSize.value.mean));
  const segments: readonly Segment[] = ['smb', 'midMarket', 'enterprise'];
  return segments.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}

/** What a role's pipeline starts from: the win rate and cycle of the segment nearest in deal size. */
export function usualPipeline(role: Pick<Role, 'dealSize'>): Pipeline {
  const { winRate, cycle } = segmentDefaults[nearestSegment(role)];
  return { winRate: winRate.value, cycle: cycle.value, leaverKept: USUAL_KEPT, opening: 'steady' };
}

/** Half the width of a share's 95 % interval by its standard error, in points: 25 % of 40 is 13.4. */
export const pointsWithin = (rate: number, count: number): number =>
  196 * Math.sqrt((rate * (1 - rate)) / count);

/** A win rate with its base: `25 % won ÷ (won + lost) of 400 closed (±4.2 points)`. */
export function winRateWords({ winRate, winRateBase }: Pipeline): string {
  const rate = `${percentWords(winRate)} won ÷ (won + lost)`;
  if (winRateBase === undefined) return `${rate}, taken as known`;
  const points = pointsWithin(winRate, winRateBase);
  return `${rate} of ${formatCount(winRateBase)} closed (±${formatCount(points, points < 10 ? 1 : 0)} points)`;
}

/** How a role's deals come about, in a line. */
export function formWords({ pipeline }: Pick<Role, 'pipeline'>): string {
  if (!pipeline) return 'Deals close in the month of the effort';
  return `${winRateWords(pipeline)}; won after ${spreadWords(pipeline.cycle)}`;
}

/** How many opportunities the plan lists as open with people of that role. Linear in both. */
export function listedOf({ seats, openPipeline }: Plan, id: RoleId): number {
  const own = new Set(seats.flatMap((seat) => (seat.roleId === id ? [seat.id] : [])));
  return openPipeline.opportunities.filter(({ seatId }) => own.has(seatId)).length;
}

/** What is amiss with a role's pipeline at the start; undefined for nothing. */
export function openingCaution(plan: Plan, { id, pipeline }: Role): string | undefined {
  if (pipeline?.opening !== 'listed' || listedOf(plan, id) > 0) return undefined;
  return 'No open opportunity is listed, so the first months book nothing';
}
