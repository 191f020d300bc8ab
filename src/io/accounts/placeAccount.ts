import type { Place } from '../../model/accountBook';
import type { AccountRule } from './accountProblems';
import { parseDegrees } from './parseDegrees';
import type { PostcodePlaces } from './postcodePlaces';
import { nationOfPostcode, type ReadPostcode } from './readPostcode';

export type PlacedBy = 'coordinates' | 'postcode' | 'area' | 'none';

/** Says what is wrong with one column of the row at hand. */
export type Report = (
  rule: AccountRule,
  column: 'lat' | 'lon' | 'postcode',
  message: string,
  action: string,
) => void;

/** About ten metres: what is finer only makes links longer. */
const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;

const UNUSED = 'not used; the postcode is, where there is one';

/**
 * The place that two cells of coordinates say. Swapped ones are put right where it shows: a latitude beyond 90°, or south of
 * every town while its longitude would be a latitude. Zero twice is what programs write for nothing.
 */
export function readCoordinates(latCell: string, lonCell: string, report: Report): Place | undefined {
  if (latCell === '' && lonCell === '') return undefined;
  const lat = parseDegrees(latCell);
  const lon = parseDegrees(lonCell);
  if (lat === undefined || lon === undefined) {
    const missing = lat === undefined ? 'lat' : 'lon';
    const thing = missing === 'lat' ? 'a latitude' : 'a longitude';
    const cell = missing === 'lat' ? latCell : lonCell;
    report(
      'place-half',
      missing,
      `${thing} must be in degrees, got ${cell === '' ? 'nothing' : `“${cell}”`}`,
      UNUSED,
    );
    return undefined;
  }
  if (lat === 0 && lon === 0) {
    report('place-zero', 'lat', 'coordinates must not both be zero, a place in the sea, got 0, 0', UNUSED);
    return undefined;
  }
  const fits = (north: number, east: number) => Math.abs(north) <= 90 && Math.abs(east) <= 180;
  const swapped = (Math.abs(lat) > 90 || lat < -60) && fits(lon, lat) && lon >= -60;
  if (swapped) {
    report(
      'place-swapped',
      'lat',
      `a latitude must come before its longitude, got ${lat}, ${lon}`,
      'read the other way round',
    );
    return { lon: round(lat), lat: round(lon) };
  }
  if (fits(lat, lon)) return { lon: round(lon), lat: round(lat) };
  const inMetres =
    Math.abs(lat) > 360 || Math.abs(lon) > 360
      ? ': metres of a map projection must be turned into degrees'
      : '';
  report(
    'place-out-of-range',
    Math.abs(lat) > 90 ? 'lat' : 'lon',
    `a latitude must be from −90 to 90 and a longitude from −180 to 180 degrees, got ${lat}, ${lon}${inMetres}`,
    UNUSED,
  );
  return undefined;
}

/** The centre of a postcode, or of those that begin alike; what cannot be placed is reported. */
export function placeByPostcode(
  { text, zip }: ReadPostcode,
  postcodes: PostcodePlaces,
  report: Report,
): { readonly place?: Place; readonly by: PlacedBy } {
  if (zip === undefined) {
    const nation = nationOfPostcode(text);
    report(
      'postcode-unknown',
      'postcode',
      `only postcodes of the United States can be placed, got “${text}”${nation === undefined ? '' : ` of ${nation}`}`,
      'kept without a place',
    );
    return { by: 'none' };
  }
  const place = postcodes.placeOf(zip);
  if (place !== undefined) return { place, by: 'postcode' };
  const area = postcodes.placeOfArea(zip.slice(0, 3));
  if (area === undefined) {
    report(
      'postcode-unknown',
      'postcode',
      `a postcode must be one of the United States, got ${zip}`,
      'kept without a place',
    );
    return { by: 'none' };
  }
  report(
    'postcode-area',
    'postcode',
    `a postcode must have a centre of its own, got ${zip}, which has none`,
    `placed in the middle of those that begin with ${zip.slice(0, 3)}`,
  );
  return { place: area, by: 'area' };
}
