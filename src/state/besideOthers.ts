import type { TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { addSplit, freshSplitId, updateSplit } from '../model/editAccounts';
import type { Plan } from '../model/plan';
import type { SplitId, TerritoryId } from '../model/units';
import { withTerritories } from './designOrder';
import type { TakeSplit } from './designRun.svelte';
import type { SplitDesk } from './splitDesk.svelte';

/**
 * Puts the first split that is made from another beside the others, with the territories of `order`, and better ones in its
 * place: one step of undo under the same `mergeKey`. False once the hand has been at it.
 */
export function besideOthers(
  desk: SplitDesk,
  from: TerritorySplit,
  order: readonly TerritoryId[],
  { nameIn, mergeKey }: { readonly nameIn: (plan: Plan) => string; readonly mergeKey: string },
): TakeSplit {
  let id: SplitId | undefined;
  let put: readonly TerritoryOrNone[] | undefined;
  return (territoryOf) => {
    const { session } = desk;
    const now = session.plan.accountBook?.splits.find((each) => each.id === id);
    // Painted, undone or removed meanwhile: the hand goes before the search.
    if (put !== undefined && now?.territoryOf !== put) return false;
    put = territoryOf;
    const name = nameIn(session.plan);
    session.change(
      name,
      (before) => {
        if (id !== undefined) return updateSplit(before, id, { territoryOf });
        id = freshSplitId(before);
        return addSplit(withTerritories(before, order), { ...from, id, name, from: from.id, territoryOf });
      },
      { mergeKey },
    );
    if (id !== undefined) desk.choose(id);
    return true;
  };
}
