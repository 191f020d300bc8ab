import { describe, expect, it, test } from 'vitest';
import type { Plan, Role } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { days, money, share } from '../../src/model/units';
import { compilePlan } from '../../src/sim/compilePlan';
import { BLOCK_TRIALS, columnsOf, ROW_NAMES } from '../../src/sim/outcome';
import type { Replay, ReplayEvent } from '../../src/sim/replay';
import { replayTrial } from '../../src/sim/replayTrial';
import { runBlock } from '../../src/sim/runBlock';
import { listKernels } from '../../workers/kernels';
import { bestKernel } from '../../workers/kernels';
import { makeSimulationService } from '../../workers/simulationService';
import { makeFullPlan } from '../support/makeFullPlan';
import { makePlanOfSize } from '../support/makePlanOfSize';

const sized = makePlanOfSize({ seats: 20, months: 24, seed: 5 });
const changed = (change: Partial<Role>): Plan => ({
  ...sized,
  roles: sized.roles.map((role) => ({ ...role, ...change })),
});
const plans: readonly Plan[] = [
  makeStartUpSample(),
  { ...makeFullPlan(), name: 'transfers, reductions, events, open pipeline' },
  {
    ...changed({ performanceLeaving: { threshold: 0.8, multiplier: 6 } }),
    name: 'performance-linked leaving',
  },
  {
    ...changed({
      monthlyCv: 0.5,
      dealSizeGrowth: 0.01,
      pipeline: {
        winRate: share(0.3),
        winRateBase: 80,
        cycle: { p50: days(60), p90: days(120) },
        leaverKept: share(0.5),
        opening: 'steady',
      },
    }),
    name: 'pipeline, growth, busy and slow months',
  },
  {
    ...makeStartUpSample(),
    name: 'a seat of more deals than are summed in one loop',
    seats: makeStartUpSample().seats.slice(0, 1),
    roles: makeStartUpSample().roles.map((role) => ({
      ...role,
      dealSize: { kind: 'lognormal' as const, mean: money(100), cv: 1 },
      productivity: { ...role.productivity, perMonth: money(120_000) },
    })),
  },
];
const trials = [0, 1, 63, 64, 200];

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const deals = ({ events }: Replay) =>
  events.flatMap((event) => (event.kind === 'deal' || event.kind === 'wonOpen' ? [event] : []));
const count = ({ events }: Replay, kind: ReplayEvent['kind']) =>
  events.filter((event) => event.kind === kind).length;

describe.each(listKernels())('a replayed trial ($kind)', (kernel) => {
  describe.each(plans)('of a plan of $name', (plan) => {
    const replays = trials.map((trial) => replayTrial(kernel, plan, trial));

    it('is that of the full run, bit for bit', () => {
      const input = compilePlan(plan);
      for (const { trial, row } of replays) {
        const block = runBlock(kernel, input, Math.floor(trial / BLOCK_TRIALS), BLOCK_TRIALS);
        for (const name of ROW_NAMES) {
          const columns = columnsOf(name, input.shape);
          const first = (trial % BLOCK_TRIALS) * columns;
          expect(row[name], `${trial} ${name}`).toEqual(block[name].subarray(first, first + columns));
        }
      }
    });

    it('books by month what its deals come to, and has as many of them, the largest among them', () => {
      for (const replay of replays) {
        const { row } = replay;
        row.bookings.forEach((booked, month) => {
          const told = sum(deals(replay).flatMap((deal) => (deal.month === month ? [deal.amount] : [])));
          expect(Math.abs(told - booked)).toBeLessThanOrEqual(1e-9 * booked);
        });
        expect(deals(replay)).toHaveLength(row.deals[0] ?? NaN);
        expect(Math.max(0, ...deals(replay).map(({ amount }) => amount))).toBe(row.largestDeal[0]);
      }
    });

    it('tells every leaver, starter and risk that its row counts', () => {
      for (const replay of replays) {
        expect(count(replay, 'left')).toBe(replay.row.leavers[0]);
        expect(count(replay, 'started')).toBe(replay.row.starters[0]);
        const happened = replay.events.flatMap((event) => (event.kind === 'happened' ? [event.eventId] : []));
        const bits = plan.events.filter(
          (_, event) => ((replay.row.events[event >> 5] ?? 0) >> (event & 31)) & 1,
        );
        expect(happened.sort()).toEqual(bits.map(({ id }) => id).sort());
      }
    });

    it('has at each month’s end the people that its comings and goings leave', () => {
      const incumbents = plan.seats.filter(({ occupant }) => occupant.kind === 'incumbent').length;
      for (const { events, row } of replays)
        row.headcount.forEach((people, month) => {
          const by = (kind: ReplayEvent['kind']) =>
            events.filter((event) => event.kind === kind && event.month < month + 1).length;
          expect(people).toBe(incumbents + by('started') - by('left') - by('reduced'));
        });
    });

    it('is told in the order of time, inside the horizon', () => {
      for (const { events } of replays) {
        expect(events).toEqual(events.toSorted((a, b) => a.month - b.month));
        const outside = events.filter(
          ({ kind, month }) => month >= plan.calendar.months || (kind !== 'happened' && month < 0),
        );
        expect(outside).toEqual([]);
      }
    });
  });
});

test('between them the trials tell something of every kind', () => {
  const [kernel] = listKernels();
  const kinds = Array.from({ length: 40 }, (_, trial) => replayTrial(kernel!, plans[1]!, trial).events)
    .flat()
    .map(({ kind }) => kind);
  expect([...new Set(kinds)].sort()).toEqual([
    'deal',
    'happened',
    'left',
    'moved',
    'reduced',
    'started',
    'wonOpen',
  ]);
});

test('a transfer names both seats', () => {
  const [kernel] = listKernels();
  for (let trial = 0; trial < 40; trial++)
    for (const event of replayTrial(kernel!, plans[1]!, trial).events)
      if (event.kind === 'moved') {
        expect(event).toMatchObject({ seatId: 'ent-1', fromSeatId: 'ae-1' });
        return;
      }
  expect.unreachable();
});

test('a trial that tells more than there is room for at first is told whole', () => {
  const [kernel] = listKernels();
  const { events, row } = replayTrial(kernel!, plans[4]!, 3);
  expect(events.length).toBeGreaterThan(4096);
  expect(events.filter(({ kind }) => kind === 'deal')).toHaveLength(row.deals[0] ?? NaN);
});

test('a worker replays the plan it has prepared, and goes on running it as before', () => {
  const service = makeSimulationService(bestKernel());
  const plan = makeStartUpSample();
  service.prepare(1, plan);
  const before = service.runBlock(1, 0, BLOCK_TRIALS);
  const replay = service.replay(plan, 5);
  expect(replay.row.bookings).toEqual(before.bookings.subarray(60, 72));
  expect(service.runBlock(1, 0, BLOCK_TRIALS)).toEqual(before);
});
