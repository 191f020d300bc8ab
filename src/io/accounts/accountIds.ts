import { accountId, type AccountId } from '../../model/units';
import type { AccountCells } from './accountCells';
import type { TableRow } from './tableRows';

/** What a spreadsheet makes of a long number: `1.23E+15`. */
const ROUNDED = /^\d(\.\d+)?e\+\d+$/i;

/** Which account each row is, no two the same. */
export class AccountIds {
  readonly #cells: AccountCells;
  readonly #rowOf = new Map<string, number>();

  constructor(cells: AccountCells) {
    this.#cells = cells;
  }

  /** The row's id, or its name where it has none; undefined for a row that is left out. */
  read(row: TableRow): AccountId | undefined {
    const name = this.#cells.label(row, 'name');
    const own = this.#readOwn(row, name);
    const id = own === '' ? name : own;
    if (id === '') {
      const message = 'an account must have an id or a name, got neither';
      this.#cells.add('account-nameless', row, 'name', message, 'left out');
      return undefined;
    }
    const first = this.#rowOf.get(id);
    if (first === undefined) return this.#note(id, row);
    if (own === '') return this.#number(name, first, row);
    const message = `an id must be unique, got “${id}” again, first in row ${first}`;
    this.#cells.add('id-duplicate', row, 'id', message, 'left out');
    return undefined;
  }

  /** What stands under the ids, where it tells accounts apart. */
  #readOwn(row: TableRow, name: string): string {
    const written = this.#cells.label(row, 'id');
    if (!ROUNDED.test(written)) return written;
    const message = `an id must be whole, got ${written}, which a spreadsheet has rounded`;
    const action = name === '' ? 'kept as it stands' : 'its name stands in for it';
    this.#cells.add('id-rounded', row, 'id', message, action);
    return name === '' ? written : '';
  }

  /** Two shops of one name are two accounts where no id says otherwise. */
  #number(name: string, first: number, row: TableRow): AccountId {
    let count = 2;
    while (this.#rowOf.has(`${name} #${count}`)) count++;
    const id = `${name} #${count}`;
    const message = `a name that stands in for an id must be unique, got “${name}” again, first in row ${first}`;
    this.#cells.add('name-duplicate', row, 'name', message, `kept under the id “${id}”`);
    return this.#note(id, row);
  }

  #note(id: string, { row }: TableRow): AccountId {
    this.#rowOf.set(id, row);
    return accountId(id);
  }
}
