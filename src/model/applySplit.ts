import { LARGEST_VALUE, type AccountBook } from './accountBook';
import { mapShared } from './editList';
import { patched } from './patch';
import type { Plan, Territory } from './plan';
import { sumOfKind, sumSplit } from './sumSplit';
import { money, type SplitId, type TerritoryId } from './units';

/** The most selling hours that a territory's workload may be. */
const MOST_HOURS = 1e9;

/** Territories that some split of the book gives an account: those whose figures are the book's to set. */
export function bookTerritories(book: AccountBook): ReadonlySet<TerritoryId> {
  const named = new Set<TerritoryId>();
  for (const { territoryOf } of book.splits) for (const id of territoryOf) if (id !== '') named.add(id);
  return named;
}

/**
 * The plan with that split in force: the potential and workload of every territory that a split of the book names are the
 * sums of the measures of those kinds (a kind that the book does not measure is left as it was). Seats stay where they
 * are, and so do territories that neither the book nor `before`, the book as it was, knows anything of. What is in no territory is the last row of `sumSplit`.
 */
export function applySplit(plan: Plan, id: SplitId, before?: AccountBook): Plan {
  const book = plan.accountBook;
  const split = book?.splits.find((each) => each.id === id);
  if (book === undefined || split === undefined) return plan;
  const known = new Set([book, before ?? book].flatMap((each) => [...bookTerritories(each)]));
  const sums = sumSplit(
    book,
    split,
    plan.territories.map((each) => each.id),
  );
  const sumOf = new Map(sums.map((sum) => [sum.territoryId, sum]));
  const territories = mapShared(plan.territories, (territory): Territory => {
    const sum = sumOf.get(territory.id);
    if (sum === undefined || !known.has(territory.id)) return territory;
    const potential = sumOfKind(book, sum, 'potential');
    const workload = sumOfKind(book, sum, 'workload');
    if (
      (potential ?? territory.potential) === territory.potential &&
      (workload ?? territory.workload) === territory.workload
    )
      return territory;
    return patched<Territory>(territory, {
      ...(potential === undefined ? {} : { potential: money(Math.min(potential, LARGEST_VALUE)) }),
      ...(workload === undefined ? {} : { workload: Math.min(workload, MOST_HOURS) }),
    });
  });
  return { ...plan, territories, accountBook: { ...book, inForce: id } };
}
