import type { Account, AccountBook } from '../../src/model/accountBook';
import type { Plan } from '../../src/model/plan';
import { seededDraws } from '../../src/model/seededDraws';
import { accountId, measureId, money, splitId, territoryId } from '../../src/model/units';

/** The plan with that many made accounts across the United States, in vertical strips of one territory each, and its seats in turn. */
export function makeBookPlan(plan: Plan, count: number, territories: number, seed = 7): Plan {
  const draw = seededDraws(seed);
  const ids = Array.from({ length: territories }, (_, index) => territoryId(`strip-${index}`));
  const accounts = Array.from({ length: count }, (_, index): Account => {
    const lon = -120 + 45 * draw();
    const lat = 30 + 17 * draw();
    const potential = Math.round(20_000 + 400_000 * draw() * draw());
    return {
      id: accountId(`a-${index}`),
      name: `Account ${index}`,
      place: { lon, lat },
      owner: `Owner ${index % 5}`,
      values: [potential, Math.round(potential / 1000)],
    };
  });
  const territoryOf = accounts.map(({ place }) => {
    const strip = Math.floor((((place?.lon ?? 0) + 120) / 45) * territories);
    return ids[Math.min(territories - 1, Math.max(0, strip))] ?? '';
  });
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
  };
  const sumOf = (strip: number, measure: number) =>
    accounts.reduce(
      (sum, { values }, index) => sum + (territoryOf[index] === ids[strip] ? (values[measure] ?? 0) : 0),
      0,
    );
  return {
    ...plan,
    coverage: { curvature: 2, territoryShockSd: 0 },
    territories: ids.map((id, strip) => ({
      id,
      name: `Strip ${strip + 1}`,
      potential: money(sumOf(strip, 0)),
      workload: sumOf(strip, 1),
    })),
    seats: plan.seats.map((seat, index) => ({
      ...seat,
      territoryId: ids[index % territories] ?? territoryId(''),
    })),
    accountBook: book,
  };
}
