import type { Place } from '../../model/accountBook';

/** Where companies have customers: degrees south, west, north, east. Coarse on purpose: seas and deserts lie outside. */
const MARKETS: readonly (readonly [south: number, west: number, north: number, east: number])[] = [
  [24, -170, 72, -52],
  [7, -118, 33, -59],
  [-56, -82, 13, -34],
  [34, -25, 72, 45],
  [16, 34, 42, 60],
  [5, 60, 38, 93],
  [-11, 93, 54, 147],
  [-48, 112, -9, 180],
  [-35, 16, -15, 40],
  [27, -14, 37, 35],
  [4, -18, 15, 15],
  [-4, 34, 12, 40.5],
];

const inMarket = (lat: number, lon: number) =>
  MARKETS.some(([south, west, north, east]) => lat >= south && lat <= north && lon >= west && lon <= east);

/**
 * Why a column of latitudes may be one of longitudes, in words; undefined where it is not to be doubted. `places` are those
 * of rows that were read as they stand, `turned` how many rows could only be read the other way round. Each row alone may be
 * sound, so that the whole column is asked: does it lie where customers are, and would it if it were turned? Linear.
 */
export function doubtOrder(places: readonly Place[], turned: number): string | undefined {
  // Turned, these would be on no map or on ice.
  const sure = places.filter(({ lon }) => lon < -60 || lon > 90).length;
  const open = places.length - sure;
  if (open === 0) return undefined;
  if (turned > sure)
    return `${count(turned)} could only be read the other way round, and ${count(open)} could be either`;
  if (sure > 0.05 * places.length || places.length < 3) return undefined;
  const asIs = places.filter(({ lat, lon }) => inMarket(lat, lon)).length;
  const other = places.filter(({ lat, lon }) => inMarket(lon, lat)).length;
  if (other - asIs < 0.5 * places.length) return undefined;
  return `as they stand ${count(places.length - asIs)} of ${places.length.toLocaleString('en-US')} lie in seas or deserts, the other way round ${count(places.length - other)}`;
}

const count = (rows: number) => (rows === 0 ? 'none' : rows.toLocaleString('en-US'));
