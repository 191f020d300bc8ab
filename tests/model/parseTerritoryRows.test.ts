import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTerritoryRows } from '../../src/model/formatTerritoryRows';
import { parsePlan } from '../../src/model/parsePlan';
import { parseTerritoryRows, withTerritoryRows } from '../../src/model/parseTerritoryRows';
import type { Plan } from '../../src/model/plan';
import { makeThreeRegionSample } from '../../src/model/samples';
import { money, territoryId } from '../../src/model/units';

const sample = makeThreeRegionSample();
const [first, second] = sample.seats;
const west = { id: territoryId('west'), name: 'West', potential: money(5_000_000), workload: 2400 };
const plan: Plan = { ...sample, territories: [west] };

describe('parseTerritoryRows', () => {
  it('reads rows by their headings in any order, with figures as people write them', () => {
    const rows = parseTerritoryRows(
      `Hours\tTerritory\tPotential\tRegion\tSellers\n1,200 h\tNorth\t$4.5M\tEurope\t${first!.name}; ${second!.name}`,
      plan,
    );
    expect(rows.problems).toEqual([]);
    expect(rows.territories).toEqual([
      {
        id: 'territory-1',
        name: 'North',
        regionId: plan.regions[1]!.id,
        potential: 4_500_000,
        workload: 1200,
      },
    ]);
    expect([...rows.assigned]).toEqual([
      [first!.id, 'territory-1'],
      [second!.id, 'territory-1'],
    ]);
  });

  it('reads rows without headings in the order of the columns', () => {
    const { territories, added } = parseTerritoryRows(
      'North\tEurope\t4500000\t1200\nSouth\tEurope\t\t600',
      plan,
    );
    expect(added).toBe(2);
    expect(territories.map(({ name, potential, workload }) => [name, potential, workload])).toEqual([
      ['North', 4_500_000, 1200],
      ['South', undefined, 600],
    ]);
  });

  it('gives a territory of the plan its new figures and leaves columns that are not there', () => {
    const rows = parseTerritoryRows('Territory\tWorkload\nwest\t3000', plan);
    expect(rows.added).toBe(0);
    expect(withTerritoryRows(plan, rows).territories).toEqual([{ ...west, workload: 3000 }]);
  });

  it('keeps a row with a fault whole, names row and column, and makes nothing of it', () => {
    const rows = parseTerritoryRows(
      'Territory\tRegion\tPotential\tSeats\nNorth\tAtlantis\tmuch\t\nSouth\tEurope\t-5\tNobody\nEast\t\t1\t',
      plan,
    );
    expect(rows.problems.map(({ path }) => path)).toEqual([
      'row 2, Potential',
      'row 3, Potential',
      'row 3, Seats',
    ]);
    expect(rows.problems[0]!.message).toBe('Row 2: potential must be a number, got “much”');
    expect(rows.newRegions).toEqual([]);
    expect(rows.territories.map(({ name }) => name)).toEqual(['East']);
    expect(rows.rest).toBe(
      'Territory\tRegion\tPotential\tSeats\nNorth\tAtlantis\tmuch\t\nSouth\tEurope\t-5\tNobody',
    );
  });

  it('refuses a name that more than one seat has, and says which column is not read', () => {
    const twins = { ...plan, seats: [first!, { ...second!, name: first!.name }] };
    const rows = parseTerritoryRows(`Territory\tSeats\tColour\nNorth\t${first!.name}\tred`, twins);
    expect(rows.problems[0]!.message).toContain('must be a name that only one has');
    expect(rows.notes).toEqual(['The column “Colour” is not read.']);
  });

  it('reads back what formatTerritoryRows wrote, to the last field', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            potential: fc.option(fc.integer({ min: 0, max: 1e7 }), { nil: undefined }),
            workload: fc.double({ min: 0, max: 1e6, noNaN: true }),
            region: fc.integer({ min: -1, max: 2 }),
          }),
          { maxLength: 12 },
        ),
        (made) => {
          const territories = made.map(({ potential, workload, region }, index) => ({
            id: territoryId(`t${index}`),
            name: `Territory ${index}`,
            ...(sample.regions[region] && { regionId: sample.regions[region].id }),
            ...(potential !== undefined && { potential: money(potential) }),
            workload: Number(workload.toFixed(2)),
          }));
          const seats = sample.seats.map((seat, index) => {
            const territory = territories[index % 20];
            return territory ? { ...seat, name: `Seat ${index}`, territoryId: territory.id } : seat;
          });
          const before: Plan = { ...sample, territories, seats };
          const again = withTerritoryRows(before, parseTerritoryRows(formatTerritoryRows(before), before));
          expect(again).toEqual(before);
          expect(parsePlan(again).ok).toBe(parsePlan(before).ok);
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });
});
