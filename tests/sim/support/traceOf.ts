import type { Plan } from '../../../src/model/plan';
import { compilePlan } from '../../../src/sim/compilePlan';
import { orderSeats } from '../../../src/sim/compileSeats';
import * as layout from '../../../src/sim/kernel/layout';
import * as record from '../../../src/sim/kernel/records';
import { runTrial } from './runTrial';

type Kind = 'started' | 'left' | 'moved' | 'reduced' | 'happened' | 'deal' | 'won';

const KINDS = new Map<number | undefined, Kind>([
  [record.STARTED, 'started'],
  [record.LEFT, 'left'],
  [record.MOVED, 'moved'],
  [record.REDUCED, 'reduced'],
  [record.HAPPENED, 'happened'],
  [record.DEAL, 'deal'],
  [record.WON_OPEN, 'won'],
]);

/** One thing that came to pass in a trial: to a seat (or it is an event of the plan's), when in months, and how much. */
export interface Moment {
  readonly kind: Kind;
  readonly subject: string;
  readonly time: number;
  readonly amount: number;
}

/** Room for so many moments of a trial. */
const MOST = 20_000;

/** What came to pass in trial number `trial` of a plan, told by itself, and its figures. */
export function traceOf(plan: Plan, trial: number) {
  const input = compilePlan(plan, { traces: MOST });
  const { row, words, numbers } = runTrial(input, trial);
  const count = words(layout.TRACE_COUNT, 1)[0] ?? 0;
  if (count > MOST) throw new Error(`a trial must have at most ${MOST} moments here, got ${count}`);
  const told = words(layout.TRACES, count * record.TRACE_I);
  const figures = numbers(layout.TRACE_NUMBERS, count * record.TRACE_F);
  const seats = orderSeats(plan);
  const moments = Array.from({ length: count }, (_, index): Moment => {
    const kind = KINDS.get(told[2 * index + 1]);
    if (kind === undefined) throw new Error('a moment must be of a known kind');
    const place = told[2 * index] ?? 0;
    const subject = kind === 'happened' ? plan.events[place]?.id : seats[place]?.seat.id;
    return {
      kind,
      subject: subject ?? 'nobody',
      time: figures[2 * index] ?? NaN,
      amount: figures[2 * index + 1] ?? NaN,
    };
  });
  return { moments, row };
}

/** The moments of one kind, of one seat where one is named. */
export const momentsOfKind = (moments: readonly Moment[], kind: Kind, subject?: string) =>
  moments.filter((each) => each.kind === kind && (subject === undefined || each.subject === subject));
