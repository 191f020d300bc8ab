import { areasOfLayer, areasOfOwn, areasOfZip3 } from '../src/io/areas/areasOfTable';
import {
  countryCodes,
  countyCodes,
  ownCodes,
  stateCodes,
  zip3Codes,
  type AreaCodes,
} from '../src/io/areas/areaCodes';
import { importAreaTable } from '../src/io/areas/importAreaTable';
import { likelyRegionCodes, regionCodes } from '../src/io/areas/regionCodes';
import type { AccountBook, AreaSource, LayerSource } from '../src/model/accountBook';
import type { ImportedAreas } from '../src/model/importedAreas';
import type { Result } from '../src/model/problem';
import { innerCentres } from '../src/territory/innerCentres';
import { loadPostcodes, loadRegionNames } from './areaFacts';
import { loadLayer } from './loadLayer';

/** Reads a table of areas: onto those of the plan's book where it is of their kind, else as areas of the layer it names. */
export async function readAreaTable(
  file: File,
  book: AccountBook | undefined,
): Promise<Result<ImportedAreas>> {
  const counties = await loadLayer({ kind: 'us-counties' });
  const postcodes = await loadPostcodes();
  const names = await loadRegionNames();
  const all: readonly AreaCodes[] = [
    countyCodes(counties.ids, counties.names),
    stateCodes,
    countryCodes,
    zip3Codes((prefix) => postcodes.placeOfArea(prefix) !== undefined),
  ];
  const areas = book?.areas;
  const theirs = areas?.kind === 'regions' ? [regionCodes(areas.country, names[areas.country] ?? {})] : [];
  const kinds =
    book === undefined || areas === undefined
      ? all
      : areas.kind === 'own'
        ? [ownCodes(book.accounts), ...all]
        : [
            ...theirs,
            ...all.filter((codes) => isOf(areas, codes)),
            ...all.filter((codes) => !isOf(areas, codes)),
          ];
  const table = await importAreaTable(file, kinds, (read) => likelyRegionCodes(names, read));
  if (!table.ok) return table;
  const found = { file: file.name, table: table.value };
  const { kind } = table.value;
  if (kind === 'own') {
    if (book === undefined) throw new Error('regions must be those of a book, got none');
    return areasOfOwn({ ...found, base: book });
  }
  if (kind === 'zip3') return areasOfZip3(found, postcodes);
  const source: LayerSource = kind === 'regions' ? { kind, country: table.value.country ?? '' } : { kind };
  const layer = kind === 'us-counties' ? counties : await loadLayer(source);
  const facts = { ids: layer.ids, names: layer.names, places: innerCentres(layer), km2: [] };
  return areasOfLayer(source, facts, { ...found, base: areas && isOf(areas, source) ? book : undefined });
}

/** Whether areas of a layer are named by those codes: of regions, by those of their country. */
const isOf = (
  areas: AreaSource,
  { kind, country }: { readonly kind: string; readonly country?: string },
): boolean => areas.kind === kind && (areas.kind !== 'regions' || areas.country === country);
