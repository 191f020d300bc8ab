import type { Account, Place } from '../../model/accountBook';

/** A place in degrees as it can be typed in again: `42.37, -71.11`; empty for none. */
export const placeWords = (place: Place | undefined): string =>
  place === undefined ? '' : `${place.lat}, ${place.lon}`;

/** Why an account is without a place: as its table was read in this visit (`known`), else by what it has. */
export function unplacedWords({ postcode }: Account, known: string | undefined): string {
  if (known !== undefined) return known;
  return postcode === undefined
    ? 'it has neither coordinates nor a postcode'
    : `its postcode ${postcode} is none of the United States that is known`;
}
