import { lostNotes, putBackNotes } from '../../model/editNotes';
import { addRegion, removeRegion } from '../../model/editPlan';
import { freshId } from '../../model/ids';
import { patched } from '../../model/patch';
import type { Manager, Plan, Region, Territory } from '../../model/plan';
import { regionId, type RegionId } from '../../model/units';
import { countWords } from '../team/seatWords';

/** The plan with a region of that name. */
export function addRegionNamed(plan: Plan, name: string): Plan {
  const ids = plan.regions.map(({ id }) => id);
  return addRegion(plan, { id: regionId(freshId('region', ids)), name });
}

/** Why a region cannot have that name; undefined where it can. */
export function regionNameFault(plan: Plan, name: string, id?: RegionId): string | undefined {
  const taken = plan.regions.some((each) => each.id !== id && each.name.toLowerCase() === name.toLowerCase());
  return taken ? `Name must be one no other region has, got “${name}”.` : undefined;
}

/** What is in a region, in words: `2 managers, 3 territories`. */
export function regionHolds(plan: Plan, id: RegionId): string {
  const managers = plan.managers.filter((each) => each.regionId === id).length;
  const territories = plan.territories.filter((each) => each.regionId === id).length;
  const parts = [
    ...(managers > 0 ? [countWords(managers, 'manager')] : []),
    ...(territories > 0 ? [countWords(territories, 'territory', 'territories')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'nothing in it';
}

/** The plan without the region, and how to put it back with what was in it and is in no other by then. */
export function takeRegion(
  plan: Plan,
  region: Region,
): { readonly without: Plan; readonly putBack: (later: Plan) => Plan } {
  const at = plan.regions.findIndex(({ id }) => id === region.id);
  const inside = (list: readonly { readonly id: string; readonly regionId?: RegionId }[]) =>
    new Set(list.filter((each) => each.regionId === region.id).map(({ id }) => id));
  const [managers, territories] = [inside(plan.managers), inside(plan.territories)];
  const events = plan.events.filter(({ scope }) => scope.kind === 'region' && scope.id === region.id);
  const putBack = (later: Plan): Plan => {
    if (later.regions.some(({ id }) => id === region.id)) return later;
    const known = new Set(later.events.map(({ id }) => id));
    return {
      ...later,
      regions: [...later.regions.slice(0, at), region, ...later.regions.slice(at)],
      managers: later.managers.map((each) =>
        managers.has(each.id) && each.regionId === undefined
          ? patched<Manager>(each, { regionId: region.id })
          : each,
      ),
      territories: later.territories.map((each) =>
        territories.has(each.id) && each.regionId === undefined
          ? patched<Territory>(each, { regionId: region.id })
          : each,
      ),
      events: [...later.events, ...events.filter(({ id }) => !known.has(id))],
    };
  };
  const without = removeRegion(plan, region.id);
  const notes = lostNotes(plan, without);
  return { without, putBack: (later) => putBackNotes(putBack(later), notes) };
}
