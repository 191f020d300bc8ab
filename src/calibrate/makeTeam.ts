import type { Manager, Region } from '../model/plan';
import { managerId, regionId, type ManagerId } from '../model/units';
import { makeId } from './makeId';
import type { SellerRecord } from './sellerRecords';

export interface CalibratedTeam {
  readonly regions: readonly Region[];
  readonly managers: readonly Manager[];
  /** By seller's name. */
  readonly managerOf: ReadonlyMap<string, ManagerId>;
  readonly warnings: readonly string[];
}

/** What a seat's manager is called where the team table names a region alone. */
const regionTeam = (region: string) => `${region} team`;

/**
 * Managers and regions of the sellers, by name. A manager whose sellers are all in one region stands in it; one
 * with sellers in several stands in none, with a warning. Sellers with a region and no manager get one of the region.
 */
export function makeTeam(records: readonly SellerRecord[], taken: Set<string>): CalibratedTeam {
  const regionsOf = new Map<string, Set<string>>();
  const nameOf = new Map<string, string>();
  for (const { seller } of records) {
    const manager = seller.manager ?? (seller.region === undefined ? undefined : regionTeam(seller.region));
    if (manager === undefined) continue;
    nameOf.set(seller.name, manager);
    const regions = regionsOf.get(manager) ?? new Set();
    regionsOf.set(manager, regions);
    if (seller.region !== undefined) regions.add(seller.region);
  }
  const single = [...regionsOf].flatMap(([, regions]) => (regions.size === 1 ? [...regions] : []));
  const regions = [...new Set(single)]
    .toSorted()
    .map((name) => ({ id: regionId(makeId('region', name, taken)), name }));
  const idOf = new Map(regions.map(({ id, name }) => [name, id]));
  const managers = [...regionsOf]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inRegions]): Manager => {
      const id = managerId(makeId('manager', name, taken));
      const [only] = inRegions;
      const region = inRegions.size === 1 && only !== undefined ? idOf.get(only) : undefined;
      return region === undefined ? { id, name } : { id, name, regionId: region };
    });
  const managerIds = new Map(managers.map(({ id, name }) => [name, id]));
  const spread = [...regionsOf].filter(([, inRegions]) => inRegions.size > 1).map(([name]) => name);
  return {
    regions,
    managers,
    managerOf: new Map(
      [...nameOf].flatMap(([seller, manager]) => {
        const id = managerIds.get(manager);
        return id === undefined ? [] : [[seller, id] as const];
      }),
    ),
    warnings:
      spread.length === 0
        ? []
        : [
            `A manager stands in one region; ${spread.toSorted().join(', ')} have sellers in several, so they stand in none.`,
          ],
  };
}
