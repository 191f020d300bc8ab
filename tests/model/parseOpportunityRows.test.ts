import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/model/parsePlan';
import { parseOpportunityRows, withOpportunityRows } from '../../src/model/parseOpportunityRows';
import type { Plan } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { days, share, stageId } from '../../src/model/units';

const sample = makeStartUpSample();
const pipeline = {
  winRate: share(0.25),
  cycle: { p50: days(84), p90: days(180) },
  leaverKept: share(0.5),
  opening: 'listed' as const,
};
const plan: Plan = {
  ...sample,
  roles: sample.roles.map((role) => ({ ...role, pipeline })),
  openPipeline: { stages: [{ id: stageId('s'), name: 'Proposal', winRate: share(0.4) }], opportunities: [] },
};
const [ada, ben] = plan.seats.map(({ name }) => name);

describe('parseOpportunityRows', () => {
  it('reads rows by their headings, an age from the day of creation, a chance in percent', () => {
    const rows = parseOpportunityRows(
      `Owner\tValue\tCreated date\tProbability\tStage\tAccount\n${ada}\t$42K\t2026-12-02\t30 %\tproposal\tAcme`,
      plan,
    );
    expect(rows.problems).toEqual([]);
    expect(rows.opportunities).toEqual([
      {
        id: 'opportunity-1',
        name: 'Acme',
        seatId: plan.seats[0]!.id,
        amount: 42_000,
        ageDays: 30,
        probability: 0.3,
        stageId: 's',
      },
    ]);
  });

  it('takes chances for percents where one of them is above one, else for shares', () => {
    const chances = (cells: string[]) =>
      parseOpportunityRows(
        ['Seat\tAmount\tAge\tProbability', ...cells.map((each) => `${ada}\t5\t0\t${each}`)].join('\n'),
        plan,
      ).opportunities.map(({ probability }) => probability);
    expect(chances(['1', '25'])).toEqual([0.01, 0.25]);
    expect(chances(['1', '0.125'])).toEqual([1, 0.125]);
    expect(chances(['1 %', '0,5'])).toEqual([0.01, 0.5]);
  });

  it('makes a stage that the plan does not have, with the role’s win rate', () => {
    const rows = parseOpportunityRows(`${ada}\t1000\t10\tDemo\n${ben}\t2000\t20 days\tdemo`, plan);
    expect(rows.newStages).toEqual([{ id: 'stage-1', name: 'Demo', winRate: 0.25 }]);
    expect(rows.opportunities.map(({ stageId: id }) => id)).toEqual(['stage-1', 'stage-1']);
    const next = withOpportunityRows(plan, rows);
    expect(parsePlan(next).ok).toBe(true);
    expect(parseOpportunityRows(`${ada}\t1\t1`, next).opportunities[0]!.id).toBe('opportunity-3');
  });

  it('keeps rows with faults, and makes no stage of them', () => {
    const rows = parseOpportunityRows(
      `Seat\tAmount\tAge\tStage\tCreated\nNobody\t1\t1\tNew\t\n${ada}\tmuch\tlong\tNew\t\n${ada}\t1\t\tNew\t2027-02-01`,
      plan,
    );
    expect(rows.problems.map(({ path }) => path)).toEqual([
      'row 2, Seat',
      'row 3, Amount',
      'row 3, Age',
      'row 4, Created',
    ]);
    expect(rows.newStages).toEqual([]);
    expect(rows.rest.split('\n')).toHaveLength(4);
  });

  it('refuses seats of roles without a pipeline', () => {
    const rows = parseOpportunityRows(`${ada}\t1\t1`, sample);
    expect(rows.problems[0]!.message).toContain('of a role with a pipeline');
  });
});
