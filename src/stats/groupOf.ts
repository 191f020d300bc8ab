import type { Level, Levels } from './levels';

type Ids = Levels['ids'];

/** Places by id, worked out once for each list. */
const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The place of an id in one of the levels' lists; undefined where it is not there. Constant time from the second look on. */
export function placeOfId(levels: Levels, kind: keyof Ids, id: string): number | undefined {
  const list = levels.ids[kind];
  let places = known.get(list);
  if (!places) {
    places = new Map(list.map((each, place) => [each, place]));
    known.set(list, places);
  }
  return places.get(id);
}

/** The group of a level, as the engine numbers them: the plan is 0, then regions, managers, territories and roles. Undefined for an id that is not there. */
export function groupOf(levels: Levels, level: Level): number | undefined {
  if (level.kind === 'plan') return 0;
  const place = placeOfId(levels, level.kind, level.id);
  if (place === undefined) return undefined;
  const { region, manager, territory } = levels.ids;
  const before = {
    region: 1,
    manager: 1 + region.length,
    territory: 1 + region.length + manager.length,
    role: 1 + region.length + manager.length + territory.length,
  };
  return before[level.kind] + place;
}
