import type { TypedPlace } from '../../model/importedAccounts';
import { fail, succeed, type Result } from '../../model/problem';
import { placeByPostcode, readCoordinates } from './placeAccount';
import type { PostcodePlaces } from './postcodePlaces';
import { readPostcode } from './readPostcode';

/** What may stand between a latitude and a longitude, the surest first. */
const BETWEEN = [/;/, /\|/, /,\s+/, /\s+(?=[+\-−]?\d+[.,]?\d*°?$)/, /(?<=[NSns])\s*,?\s*(?=\d)/, /,/];

/**
 * Where a place is that somebody typed: a postcode of the United States (`02138`, `2138`), or a latitude and a longitude in
 * degrees (`42.37, -71.11`, `42,37; -71,11`, `42°22'N 71°07'W`). Fails with `place-unreadable` or `place-unknown`.
 */
export async function readTypedPlace(
  text: string,
  loadPostcodes: () => Promise<PostcodePlaces>,
): Promise<Result<TypedPlace>> {
  const typed = text.trim();
  const refuse = (code: string, message: string) => fail<TypedPlace>([{ code, path: '', message }]);
  const code = readPostcode(typed, '', true);
  let said = '';
  const report = (_rule: string, _column: string, message: string) => void (said = message);
  if (code.zip !== undefined) {
    const { place } = placeByPostcode(code, await loadPostcodes(), report);
    return place === undefined ? refuse('place-unknown', said) : succeed({ place, postcode: code.text });
  }
  for (const cut of BETWEEN) {
    const [lat = '', lon = '', ...rest] = typed.split(cut).map((part) => part.trim());
    if (lat === '' || lon === '' || rest.length > 0) continue;
    const place = readCoordinates(lat, lon, report);
    if (place !== undefined) return succeed({ place });
  }
  return refuse(
    'place-unreadable',
    said === '' || !/range|−90|zero/.test(said)
      ? `a place must be a US postcode or “latitude, longitude” in degrees, got “${typed.slice(0, 60)}”`
      : said,
  );
}
