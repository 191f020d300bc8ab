import type { Account, AccountBook } from '../../src/model/accountBook';
import type { Plan } from '../../src/model/plan';
import { seededDraws } from '../../src/model/seededDraws';
import { accountId, measureId, money, splitId, territoryId } from '../../src/model/units';
import { readCounties } from './usCounties';

/** The plan with the counties of the lower 48 as its accounts, in vertical strips of one territory each; some of their potential is not known. */
export function makeCountyPlan(plan: Plan, territories: number, seed = 7): Plan {
  const draw = seededDraws(seed);
  const { ids, places, x } = readCounties();
  const [left, right] = [Math.min(...x), Math.max(...x)];
  const strips = Array.from({ length: territories }, (_, index) => territoryId(`strip-${index}`));
  const accounts = ids.map((id, unit): Account => {
    const potential = Math.round(20_000 + 4_000_000 * draw() ** 6);
    const place = places[unit];
    return {
      id: accountId(id),
      name: `County ${id}`,
      ...(place && { place }),
      values: [potential, draw() < 0.03 ? null : Math.round(potential / 1000)],
    };
  });
  const territoryOf = Array.from(
    x,
    (km) => strips[Math.min(territories - 1, Math.floor(((km - left) / (right - left)) * territories))] ?? '',
  );
  const today = splitId('split-1');
  const book: AccountBook = {
    accounts,
    measures: [
      { id: measureId('potential'), name: 'Potential', kind: 'potential' },
      { id: measureId('hours'), name: 'Hours', kind: 'workload' },
    ],
    splits: [{ id: today, name: 'Today', territoryOf, locked: [] }],
    balancedBy: measureId('potential'),
    inForce: today,
    areas: { kind: 'us-counties' },
  };
  return {
    ...plan,
    territories: strips.map((id, strip) => ({
      id,
      name: `Strip ${strip + 1}`,
      potential: money(0),
      workload: 0,
    })),
    seats: plan.seats.map((seat, index) => ({
      ...seat,
      territoryId: strips[index % territories] ?? territoryId(''),
    })),
    accountBook: book,
  };
}
