import type { Place } from '../../model/accountBook';

/** The centres of US postcodes, and of those that begin with the same three digits. */
export interface PostcodePlaces {
  /** Five digits; undefined where there is none of that number. */
  placeOf(zip: string): Place | undefined;
  /** Three digits. */
  placeOfArea(prefix: string): Place | undefined;
  /** All centres, in the order of their postcodes. */
  all(): Iterable<Place>;
}

/**
 * Unpacks what scripts/vite-zips.mjs packed: for each postcode in ascending order how much its number, its latitude and its
 * longitude (in hundredths of a degree, a kilometre or so) differ from the one before. Linear in the text.
 */
export function unpackPostcodes(packed: string): PostcodePlaces {
  const places = new Map<string, Place>();
  const areas = new Map<string, { lat: number; lon: number; count: number }>();
  let [zip, lat, lon] = [0, 0, 0];
  for (const line of packed.split(' ')) {
    const [dZip, dLat, dLon] = line.split(',').map(Number);
    if (dZip === undefined || dLat === undefined || dLon === undefined) continue;
    zip += dZip;
    lat += dLat;
    lon += dLon;
    const code = String(zip).padStart(5, '0');
    places.set(code, { lon: lon / 100, lat: lat / 100 });
    const prefix = code.slice(0, 3);
    const area = areas.get(prefix) ?? { lat: 0, lon: 0, count: 0 };
    areas.set(prefix, { lat: area.lat + lat, lon: area.lon + lon, count: area.count + 1 });
  }
  const round = (hundredths: number) => Math.round(hundredths) / 100;
  return {
    placeOf: (code) => places.get(code),
    all: () => places.values(),
    placeOfArea: (prefix) => {
      const area = areas.get(prefix);
      return area && { lon: round(area.lon / area.count), lat: round(area.lat / area.count) };
    },
  };
}
