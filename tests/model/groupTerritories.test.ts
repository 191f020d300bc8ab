import { describe, expect, it } from 'vitest';
import { groupTerritories } from '../../src/model/groupTerritories';
import type { Plan } from '../../src/model/plan';
import { makeThreeRegionSample } from '../../src/model/samples';
import { managerId, money, regionId, territoryId } from '../../src/model/units';

const ids = ['one', 'two', 'three', 'four'].map(territoryId);

/** Four territories: two seats of the first manager and one of the second in the first, one of the second in the other. */
function makePlan(): Plan {
  const plan = makeThreeRegionSample();
  const [east, west] = plan.regions;
  const [seat] = plan.seats;
  if (!east || !west || !seat) throw new Error('the sample has regions and seats');
  const managers = [
    { id: managerId('m-1'), name: 'First', regionId: east.id },
    { id: managerId('m-2'), name: 'Second', regionId: west.id },
  ];
  const at = (territory: number, manager: number) => ({
    ...seat,
    id: `${seat.id}-${territory}-${manager}` as typeof seat.id,
    territoryId: ids[territory] ?? territoryId(''),
    managerId: managerId(`m-${manager}`),
  });
  const doubled = { ...at(0, 1), id: `${seat.id}-again` as typeof seat.id };
  return {
    ...plan,
    managers,
    territories: ids.map((id, place) => ({
      id,
      name: id,
      potential: money(1),
      workload: 1,
      ...(place === 2 && { regionId: east.id }),
    })),
    seats: [at(0, 1), doubled, at(0, 2), at(1, 2), at(2, 2)],
  };
}

describe('territories added up', () => {
  const plan = makePlan();
  const named = (by: 'region' | 'manager') =>
    groupTerritories(plan, by, ids).map(({ name, territories }) => [name, territories]);

  it('to regions: their own before that of most of their seats, and none where nobody sits', () => {
    const [east, west] = plan.regions.map(({ name }) => name);
    expect(named('region')).toEqual([
      [east, ['one', 'three']],
      [west, ['two']],
      ['No region', ['four']],
    ]);
  });

  it('to managers: that of most of their seats', () => {
    expect(named('manager')).toEqual([
      ['First', ['one']],
      ['Second', ['two', 'three']],
      ['No manager', ['four']],
    ]);
  });

  it('each into one group, however many there are, and a region that the plan has not into none', () => {
    const stray = {
      ...plan,
      territories: plan.territories.map((each) => ({ ...each, regionId: regionId('gone') })),
    };
    expect(groupTerritories(stray, 'region', ids)).toEqual([{ name: 'No region', territories: ids }]);
    for (const by of ['region', 'manager'] as const)
      expect(
        groupTerritories(plan, by, ids)
          .flatMap(({ territories }) => territories)
          .toSorted(),
      ).toEqual(ids.toSorted());
  });
});
