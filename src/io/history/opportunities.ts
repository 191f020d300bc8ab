import type { Opportunity, Outcome } from '../../model/history';
import type { IsoDate, Money } from '../../model/units';
import type { ImportRule, ProblemLog } from './problemLog';
import { decideOutcome, parseFlag } from './outcomes';
import type { Table, TableRow } from './table';
import { TableColumns } from './tableColumns';

/** An opportunity with its owner and product as written. */
export type WrittenOpportunity = Opportunity & { readonly file: string; readonly row: number };

/**
 * Reads the tables of opportunities, in their order; an id that was seen before is left out. What had to be
 * decided is logged by row.
 */
export function readOpportunities(tables: readonly Table[], log: ProblemLog): WrittenOpportunity[] {
  const firstSeen = new Map<string, string>();
  return tables.flatMap((table) => {
    const reader = new OpportunityReader(table, log);
    const read: WrittenOpportunity[] = [];
    for (const row of table.rows) {
      const opportunity = reader.read(row, firstSeen);
      if (opportunity !== undefined) read.push(opportunity);
    }
    if (read.length > 0 && !read.some(({ outcome }) => outcome === 'won')) reader.reportNoneWon();
    return read;
  });
}

class OpportunityReader {
  readonly #table: Table;
  readonly #columns: TableColumns;
  readonly #log: ProblemLog;
  readonly #stages = new Set<string>();
  readonly #outcomes = new Map<string, Outcome>();

  constructor(table: Table, log: ProblemLog) {
    this.#table = table;
    this.#columns = new TableColumns(table, log);
    this.#log = log;
  }

  read(row: TableRow, firstSeen: Map<string, string>): WrittenOpportunity | undefined {
    const columns = this.#columns;
    const id = columns.text(row, 'id') ?? `${this.#table.file}, row ${row.row}`;
    if (parseFlag(columns.text(row, 'isDeleted') ?? '') === true) {
      this.#report('row-deleted', row, 'isDeleted', `a record must not be deleted, got ${id}`, 'left out');
      return undefined;
    }
    const seen = firstSeen.get(id);
    if (seen !== undefined) {
      this.#report(
        'id-duplicate',
        row,
        'id',
        `an id must be used once, got ${id} again`,
        `left out; ${seen} counts`,
      );
      return undefined;
    }
    firstSeen.set(id, `${this.#table.file}, row ${row.row}`);
    const outcome = this.#outcome(row);
    const closed = this.#closed(row, outcome);
    const created = this.#created(row, closed, outcome);
    const amount = this.#amount(row, outcome);
    const seller = columns.text(row, 'seller') ?? columns.text(row, 'sellerId');
    const product = columns.text(row, 'product');
    const account = columns.text(row, 'account');
    return {
      file: this.#table.file,
      row: row.row,
      id,
      outcome,
      ...(seller === undefined ? {} : { seller }),
      ...(created === undefined ? {} : { created }),
      ...(closed === undefined ? {} : { closed }),
      ...(amount === undefined ? {} : { amount }),
      ...(product === undefined ? {} : { product }),
      ...(account === undefined ? {} : { account }),
    };
  }

  reportNoneWon(): void {
    const stages = [...this.#stages]
      .toSorted()
      .slice(0, 8)
      .map((stage) => `“${stage}”`);
    this.#log.add('outcome-none-won', {
      file: this.#table.file,
      message: `some rows must be won, got ${stages.length > 0 ? `the stages ${stages.join(', ')}` : 'no stage at all'}`,
      action: 'nothing of it can be forecast',
    });
  }

  #outcome(row: TableRow): Outcome {
    const columns = this.#columns;
    const stage = columns.text(row, 'stage');
    if (stage !== undefined && this.#stages.size < 1000) this.#stages.add(stage);
    const isWon = columns.has('isWon') ? (columns.text(row, 'isWon') ?? '') : undefined;
    const isClosed = columns.has('isClosed') ? (columns.text(row, 'isClosed') ?? '') : undefined;
    if (stage === undefined && isWon === undefined)
      this.#report('outcome-blank', row, 'stage', 'a row must have a stage, got a blank', 'read as open');
    const key = `${stage} ${isWon} ${isClosed}`;
    const outcome = this.#outcomes.get(key) ?? decideOutcome(stage, isWon, isClosed);
    this.#outcomes.set(key, outcome);
    return outcome;
  }

  #closed(row: TableRow, outcome: Outcome): IsoDate | undefined {
    const closed = this.#columns.date(row, 'closed');
    if (closed !== undefined) return closed;
    const expected = this.#columns.date(row, 'expectedClose');
    if (outcome === 'open') return expected;
    if (expected === undefined) {
      const action = 'counted in the win rate, in no month';
      this.#report(
        'closed-date-missing',
        row,
        'closed',
        `a ${outcome} deal must have a closing date, got none`,
        action,
      );
    } else {
      const message = `a ${outcome} deal must have a closing date, got an expected one alone`;
      this.#report('closed-date-expected', row, 'closed', message, `the expected ${expected} was taken`);
    }
    return expected;
  }

  #created(row: TableRow, closed: IsoDate | undefined, outcome: Outcome): IsoDate | undefined {
    const created = this.#columns.date(row, 'created');
    if (outcome === 'open' || created === undefined || closed === undefined || created <= closed)
      return created;
    const message = `a deal must close after it was created, got ${closed} before ${created}`;
    this.#report(
      'closed-before-created',
      row,
      'closed',
      message,
      'the closing date was kept, the creation read as blank',
    );
    return undefined;
  }

  #amount(row: TableRow, outcome: Outcome): Money | undefined {
    const amount = this.#columns.amount(row, 'amount')?.value;
    if (amount !== undefined && amount > 0) return amount;
    if (outcome !== 'won') return undefined;
    const message = `a won deal must have an amount above zero, got ${amount ?? 'none'}`;
    this.#report(
      'won-without-amount',
      row,
      'amount',
      message,
      'counted in the win rate, in no bookings and no deal size',
    );
    return undefined;
  }

  #report(rule: ImportRule, row: TableRow, role: string, message: string, action: string): void {
    const heading = this.#table.columns.find((column) => column.role === role)?.heading;
    const place = { file: this.#table.file, row: row.row, message, action };
    this.#log.add(rule, heading === undefined ? place : { ...place, column: heading });
  }
}
