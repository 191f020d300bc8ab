import type { Place } from '../../model/accountBook';
import type { AccountCells } from './accountCells';
import { placeByPostcode, readCoordinates, type PlacedBy, type Report } from './placeAccount';
import type { PostcodePlaces } from './postcodePlaces';
import { headingOf, textUnder } from './readAccountTable';
import { isWholeZip, readPostcode } from './readPostcode';
import type { TableRow } from './tableRows';

export interface FoundPlace {
  readonly place?: Place;
  readonly by: PlacedBy;
  /** As it is kept, whether or not it was used. */
  readonly postcode?: string;
  /** Why there is no place; empty where there is one. */
  readonly reason: string;
}

/** The table's fault, and none of its rows'. */
export const NO_COLUMNS =
  'a table must have columns of latitude and longitude, or of postcodes, for its accounts to be on the map, got neither';

/** Where each row's account is: by its coordinates, else by its postcode. */
export class AccountPlaces {
  readonly #cells: AccountCells;
  readonly #loadPostcodes: () => Promise<PostcodePlaces>;
  readonly #hasColumns: boolean;
  readonly #columnIsUs: boolean;
  #postcodes: PostcodePlaces | undefined;
  /** What was said last about the row at hand. */
  #reason = '';
  #turned = 0;
  readonly #straight: Place[] = [];

  constructor(cells: AccountCells, loadPostcodes: () => Promise<PostcodePlaces>) {
    this.#cells = cells;
    this.#loadPostcodes = loadPostcodes;
    const { table } = cells;
    this.#hasColumns = table.roles.includes('lat') || table.roles.includes('postcode');
    const zips = table.rows.map((row) => textUnder(table, row, 'postcode')).filter((cell) => cell !== '');
    const named = /zip/i.test(headingOf(table, 'postcode'));
    this.#columnIsUs = named || zips.filter(isWholeZip).length >= 0.5 * zips.length;
  }

  /** How many rows' coordinates were read the other way round. */
  get turned(): number {
    return this.#turned;
  }

  /** Places of rows whose coordinates were read as they stand. */
  get straight(): readonly Place[] {
    return this.#straight;
  }

  async find(row: TableRow): Promise<FoundPlace> {
    const { turned } = this;
    const code = this.#readPostcode(row);
    const kept = code === undefined ? {} : { postcode: code.text };
    this.#reason = '';
    const report = this.#reporter(row);
    const place = readCoordinates(this.#cells.text(row, 'lat'), this.#cells.text(row, 'lon'), report);
    if (place !== undefined) {
      if (turned === this.turned) this.#straight.push(place);
      return { place, by: 'coordinates', ...kept, reason: '' };
    }
    if (code !== undefined) {
      this.#postcodes ??= await this.#loadPostcodes();
      const found = placeByPostcode(code, this.#postcodes, report);
      return { ...found, ...kept, reason: found.place === undefined ? this.#reason : '' };
    }
    // Where there were coordinates of no use, that has been said.
    if (this.#reason === '') {
      if (!this.#hasColumns) return { by: 'none', reason: NO_COLUMNS };
      this.#reason = 'an account must have coordinates or a postcode to be on the map, got neither';
      this.#cells.add('place-none', row, undefined, this.#reason, 'kept without a place');
    }
    return { by: 'none', reason: this.#reason };
  }

  #readPostcode(row: TableRow) {
    const cell = this.#cells.label(row, 'postcode');
    if (cell === '') return undefined;
    const code = readPostcode(cell, this.#cells.text(row, 'country'), this.#columnIsUs);
    if (code.mended) {
      const message = `a postcode of the United States must have five digits, got ${cell}`;
      this.#cells.add('postcode-zeros', row, 'postcode', message, `read as ${code.text}`);
    }
    return code;
  }

  #reporter(row: TableRow): Report {
    return (rule, column, message, action) => {
      this.#reason = message;
      if (rule === 'place-swapped') this.#turned++;
      this.#cells.add(rule, row, column, message, action);
    };
  }
}
