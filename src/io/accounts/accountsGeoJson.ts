import type { Account, TerritoryOrNone } from '../../model/accountBook';
import type { Plan } from '../../model/plan';
import type { SplitId } from '../../model/units';

/** Coordinates of a GeoJSON MultiPolygon. */
type Outline = readonly (readonly (readonly (readonly number[])[])[])[];

/**
 * The accounts as GeoJSON (RFC 7946): a point each, or the outline of an area where `outlines` has one by its id, with its territory under a split, its owner and its measures by name. An
 * account without a place is a feature without a geometry, so that none is lost; a value that is not known is null.
 */
export function accountsGeoJson(
  plan: Plan,
  id: SplitId,
  outlines: ReadonlyMap<string, Outline> = new Map(),
): string {
  const book = plan.accountBook;
  const split = book?.splits.find((each) => each.id === id);
  const names = new Map<TerritoryOrNone, string>(plan.territories.map(({ id: each, name }) => [each, name]));
  const features = (book?.accounts ?? []).map((account, index) => {
    const territoryId = split?.territoryOf[index] ?? '';
    return {
      type: 'Feature',
      id: account.id,
      geometry: geometryOf(account, outlines.get(account.id)),
      properties: {
        name: account.name,
        territory: names.get(territoryId) ?? null,
        territoryId: territoryId === '' ? null : territoryId,
        owner: account.owner ?? null,
        postcode: account.postcode ?? null,
        measures: Object.fromEntries(
          (book?.measures ?? []).map(({ name }, place) => [name, account.values[place] ?? null]),
        ),
      },
    };
  });
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}

function geometryOf({ place }: Account, outline: Outline | undefined): object | null {
  if (outline !== undefined && outline.length > 0)
    return outline.length === 1
      ? { type: 'Polygon', coordinates: outline[0] }
      : { type: 'MultiPolygon', coordinates: outline };
  return place === undefined ? null : { type: 'Point', coordinates: [place.lon, place.lat] };
}
