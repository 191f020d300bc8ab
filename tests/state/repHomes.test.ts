import { expect, test } from 'vitest';
import { roleId, seatId } from '../../src/model/units';
import { repHomes } from '../../src/state/repHomes';
import { testPlan } from './support';

test('homes on the map are of those who sell and whose home is known, with the territory they work', () => {
  const plan = testPlan();
  const [role] = plan.roles.filter(({ work }) => work === undefined || work === 'sell');
  const [seat] = plan.seats.filter(({ roleId }) => roleId === role?.id);
  if (!role || !seat) throw new Error('the plan must have somebody who sells');
  const home = { lon: -105, lat: 39 };
  const boss = { ...role, id: roleId('boss'), work: 'manage' as const };
  const { home: _, ...homeless } = seat;
  const seats = [
    { ...seat, id: seatId('a'), name: 'Ada', home },
    { ...homeless, id: seatId('b'), name: 'Bo' },
    { ...seat, id: seatId('c'), name: 'Cy', home, roleId: boss.id },
  ];
  const found = repHomes({ ...plan, roles: [...plan.roles, boss], seats }, ({ lon, lat }) => [
    10 * lon,
    10 * lat,
  ]);
  expect(found).toEqual([{ id: 'a', name: 'Ada', territory: seat.territoryId, x: -1050, y: 390 }]);
});
