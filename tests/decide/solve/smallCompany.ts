import type { Plan } from '../../../src/model/plan';
import { periodId, roleId, money } from '../../../src/model/units';
import { makePlanOfSize } from '../../support/makePlanOfSize';
import type { HireQuestion } from '../../../src/decide/solve/question';

/** Three seats of three roles and a target that they reach in one trial of twenty: a few hires make it likely. */
export const smallCompany = (): Plan => {
  const plan = makePlanOfSize({ seats: 3, months: 12, seed: 11 });
  return { ...plan, targets: [{ period: periodId('FY2027'), amount: money(2_400_000) }] };
};

/** Two roles that may be hired for in two months: 64 plans in all. */
export const smallQuestion = (probability: number): HireQuestion => ({
  period: periodId('FY2027'),
  probability,
  objective: 'cost',
  roles: [
    { roleId: roleId('role-smb'), most: 3 },
    { roleId: roleId('role-midMarket'), most: 3 },
  ],
  perMonth: 3,
  firstMonth: 0,
  lastMonth: 1,
});
