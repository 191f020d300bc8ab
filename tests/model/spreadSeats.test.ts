import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/model/parsePlan';
import { makeStartUpSample } from '../../src/model/samples';
import { idleSeats, spreadSeats, strandedSeats } from '../../src/model/spreadSeats';
import { addSampleAccounts } from '../../src/model/sampleAccounts';

const plan = addSampleAccounts(makeStartUpSample());
const berths = plan.territories.map(({ id }, place) => ({ id, load: place === 0 ? 400 : 100 }));
const crewOf = (spread: typeof plan) =>
  berths.map(({ id }) => spread.seats.filter(({ territoryId }) => territoryId === id).length);

describe('seats without a territory', () => {
  it('go where there is most for each, no territory being left empty', () => {
    const spread = spreadSeats(plan, berths);
    const crew = crewOf(spread);
    expect(crew.reduce((sum, each) => sum + each, 0)).toBe(idleSeats(plan).length);
    expect(Math.min(...crew)).toBeGreaterThan(0);
    expect(crew[0]).toBe(Math.max(...crew));
    expect(idleSeats(spread)).toEqual([]);
    expect(parsePlan(JSON.parse(JSON.stringify(spread))).ok).toBe(true);
  });

  it('are stranded where a split has no account for their territory', () => {
    const spread = spreadSeats(plan, berths);
    const [first] = berths;
    const others = new Set(berths.slice(1).map(({ id }) => String(id)));
    expect(strandedSeats(plan, others)).toEqual([]);
    expect(strandedSeats(spread, others)).toEqual(
      spread.seats.filter(({ territoryId }) => territoryId === first?.id),
    );
  });

  it('stay where they are once they have one, and a plan with nothing to spread is itself', () => {
    const spread = spreadSeats(plan, berths);
    expect(spreadSeats(spread, berths)).toBe(spread);
    expect(spreadSeats(plan, [])).toBe(plan);
  });
});
