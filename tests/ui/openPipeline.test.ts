import { describe, expect, it } from 'vitest';
import { addOpportunity, addStage } from '../../src/model/editOpenPipeline';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { days, money, opportunityId, share } from '../../src/model/units';
import {
  holdingSeats,
  newOpportunity,
  newStage,
  openRows,
  openTotals,
  orderOpen,
  totalsByStage,
} from '../../src/ui/pipeline/openFigures';
import { countListAlone, doubledRoles, emptyStartNote } from '../../src/ui/pipeline/openingNotes';

const sample = makeStartUpSample();
const withPipeline: Plan = {
  ...sample,
  roles: sample.roles.map((role) => ({
    ...role,
    pipeline: {
      winRate: share(0.2),
      cycle: { p50: days(84), p90: days(180) },
      leaverKept: share(0.5),
      opening: 'steady' as const,
    },
  })),
};
const stage = newStage(withPipeline, share(0.4));
const [seat] = withPipeline.seats;
const open = (id: string, amount: number, more = {}) => ({
  id: opportunityId(id),
  seatId: seat!.id,
  amount: money(amount),
  ageDays: days(10),
  ...more,
});
const plan = addOpportunity(
  addStage(withPipeline, stage),
  open('a', 100, { name: 'Acme', probability: share(0.5), stageId: stage.id }),
  open('b', 200, { stageId: stage.id }),
  open('c', 400),
);

describe('open opportunities', () => {
  it('have their own chance, else their stage’s, else their role’s', () => {
    expect(openRows(plan).map(({ chance, from }) => [chance, from])).toEqual([
      [0.5, 'its own'],
      [0.4, 'its stage’s'],
      [0.2, 'its role’s'],
    ]);
  });

  it('add up, weighted and by stage', () => {
    const rows = openRows(plan);
    expect(openTotals(rows)).toEqual({
      count: 3,
      amount: 700,
      weighted: expect.closeTo(50 + 80 + 80, 9),
      wins: expect.closeTo(1.1, 9),
    });
    expect(totalsByStage(rows).get(stage.id)).toMatchObject({ count: 2, amount: 300 });
  });

  it('are found by name, seat and stage, and put in order without touching the list', () => {
    const rows = openRows(plan);
    expect(orderOpen(rows, 'stage 1', undefined)).toHaveLength(2);
    const sorted = orderOpen(rows, '', { key: 'weighted', descending: false });
    expect(sorted[0]!.opportunity.id).toBe('a');
    expect(rows[0]!.opportunity.id).toBe('a');
    expect(orderOpen(rows, '', { key: 'amount', descending: true })[0]!.opportunity.id).toBe('c');
  });

  it('belong to seats of roles with a pipeline, and new ones keep the plan sound', () => {
    expect(holdingSeats(sample)).toEqual([]);
    expect(holdingSeats(plan)).toHaveLength(12);
    const next = addStage(addOpportunity(plan, newOpportunity(plan, seat!)), newStage(plan, share(0.1)));
    expect(parsePlan(next).ok).toBe(true);
  });
});

describe('the plan’s start', () => {
  it('says where a steady past and a list are counted together, and counts the list alone', () => {
    const doubled = doubledRoles(plan);
    expect(doubled.map(({ id }) => id)).toEqual([plan.roles[0]!.id]);
    const alone = countListAlone(plan, new Set(doubled.map(({ id }) => id)));
    expect(doubledRoles(alone)).toEqual([]);
    expect(doubledRoles(withPipeline)).toEqual([]);
  });

  it('says where nothing closes at first', () => {
    expect(emptyStartNote(withPipeline)).toBeUndefined();
    const alone = countListAlone(withPipeline, new Set(withPipeline.roles.map(({ id }) => id)));
    expect(emptyStartNote(alone)).toContain('nearly empty');
    expect(emptyStartNote(countListAlone(plan, new Set([plan.roles[0]!.id])))).toBeUndefined();
  });
});
