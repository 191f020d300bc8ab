import { meanDealSize } from '../model/meanDealSize';
import type { Opportunity } from '../model/history';
import type { OpenOpportunity, OpenPipeline, Seat } from '../model/plan';
import { days, money, opportunityId, share, stageId, type IsoDate, type Money } from '../model/units';
import { makeId } from './makeId';
import type { OpenStageReport } from './report';
import { roundFigure } from './roundFigure';
import { wasOpenOn } from './wasOpenOn';
import { makeWinChance } from './winChance';
import type { Timeline } from './timeline';

/** Ages in days at which a stage begins. */
const STAGES = [0, 30, 60, 90, 120, 180, 270, 365];
/** Won deals of a product from which on its mean amount stands in for one that is missing. */
const LEAST_OF_PRODUCT = 5;
/** Days between the history's end and the plan's start after which nobody knows what is still open. */
const LONGEST_GAP = 92;
/** As many as a plan may hold. */
const MOST_LISTED = 50_000;

export interface OpenFindings {
  readonly openPipeline: OpenPipeline;
  readonly stages: readonly OpenStageReport[];
  /** Wins to be expected of those listed. */
  readonly expectedWins: number;
  /** Why none are listed although some are open, in words. */
  readonly whyNone?: string;
  readonly withoutSeat: number;
  readonly withoutAmount: number;
  readonly withoutCreation: number;
}

interface Listed {
  readonly opportunity: OpenOpportunity;
  readonly stage: number;
  readonly chance: number;
}

/**
 * The opportunities that are open on the plan's first day, of those whose owner has a seat, in stages by age: an export
 * tells where an opportunity stands today, not which stages the decided ones went through, but how old they grew it
 * does tell. A stage's win rate is the mean chance (`makeWinChance`) of the opportunities listed in it. One without an
 * amount has the mean of its product's won deals (of five or more), else of its owner's sizes. None are listed where
 * the history ends more than 92 days before the plan starts, or where a plan has no room for so many.
 */
export function listOpenPipeline(
  opportunities: readonly Opportunity[],
  timeline: Timeline,
  seats: readonly Seat[],
  start: IsoDate,
  taken: Set<string>,
): OpenFindings {
  const chanceAt = makeWinChance(opportunities, timeline);
  const ofProduct = productMeans(timeline);
  const seatOf = new Map(seats.map((seat) => [seat.name, seat]));
  const open = opportunities.filter((each) => wasOpenOn(each, start));
  const whyNone = reasonForNone(open.length, timeline.to, start);
  const listed: Listed[] = [];
  let [withoutAmount, withoutCreation] = [0, 0];
  for (const { id, seller, created, amount, product, account } of whyNone === undefined
    ? open.toSorted(byId)
    : []) {
    const seat = seatOf.get(seller?.slice(0, 200) ?? '');
    if (seat === undefined) continue;
    if (amount === undefined) withoutAmount++;
    if (created === undefined) withoutCreation++;
    const age = created === undefined ? 0 : Math.max(0, daysBetween(created, start));
    const stage = STAGES.findLastIndex((from) => from <= age);
    const name = account?.trim().slice(0, 200) ?? '';
    const opportunity = {
      id: opportunityId(makeId('opportunity', id, taken)),
      ...(name === '' ? {} : { name }),
      seatId: seat.id,
      amount: amount ?? ofProduct.get(product ?? '') ?? ownMean(seat),
      ageDays: days(age),
      stageId: idOf(stage),
    };
    listed.push({ opportunity, stage, chance: chanceAt(age) });
  }
  const stages = STAGES.flatMap((_, stage) => {
    const members = listed.filter((each) => each.stage === stage);
    if (members.length === 0) return [];
    const amount = members.reduce((sum, each) => sum + each.opportunity.amount, 0);
    const chances = members.reduce((sum, { chance }) => sum + chance, 0);
    const winRate = share(roundFigure(Math.min(1, chances / members.length), 6));
    return [{ stage, name: nameOf(stage), opportunities: members.length, amount: inCents(amount), winRate }];
  });
  return {
    openPipeline: {
      stages: stages.map(({ stage, name, winRate }) => ({ id: idOf(stage), name, winRate })),
      opportunities: listed.map(({ opportunity }) => opportunity),
    },
    stages: stages.map(({ stage: _stage, ...report }) => report),
    expectedWins: roundFigure(
      listed.reduce((sum, { chance }) => sum + chance, 0),
      6,
    ),
    ...(whyNone === undefined ? {} : { whyNone }),
    withoutSeat: whyNone === undefined ? open.length - listed.length : 0,
    withoutAmount,
    withoutCreation,
  };
}

function reasonForNone(open: number, to: IsoDate, start: IsoDate): string | undefined {
  const count = open.toLocaleString('en-US');
  if (open > MOST_LISTED) return `a plan lists at most 50,000 open opportunities, got ${count}`;
  if (open > 0 && daysBetween(to, start) > LONGEST_GAP)
    return `the history must end within ${LONGEST_GAP} days of the plan's start for its ${count} open opportunities to count, got ${to} for ${start}`;
  return undefined;
}

const byId = (a: Opportunity, b: Opportunity) => (a.id < b.id ? -1 : 1);
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const inCents = (amount: number) => money(Math.round(100 * amount) / 100);
const idOf = (stage: number) => stageId(`stage-${STAGES[stage] ?? 0}`);

function nameOf(stage: number): string {
  const [from = 0, next] = STAGES.slice(stage);
  return next === undefined ? `Open for ${from} days or more` : `Open for ${from} to ${next - 1} days`;
}

/** Mean amount of a product's won deals, where there are enough. */
function productMeans({ deals }: Timeline): Map<string, Money> {
  const sums = new Map<string, { count: number; total: number }>();
  for (const { product, outcome, amount } of deals) {
    if (product === undefined || outcome !== 'won' || amount === undefined) continue;
    const { count, total } = sums.get(product) ?? { count: 0, total: 0 };
    sums.set(product, { count: count + 1, total: total + amount });
  }
  return new Map(
    [...sums].flatMap(([product, { count, total }]) =>
      count < LEAST_OF_PRODUCT ? [] : [[product, inCents(total / count)] as const],
    ),
  );
}

function ownMean({ occupant }: Seat): Money {
  const history = occupant.kind === 'incumbent' ? occupant.history : undefined;
  return inCents(history === undefined ? 0 : meanDealSize(history.dealSize));
}
