import type { ColumnRole } from '../../model/history';
import type { Money, IsoDate } from '../../model/units';
import { money } from '../../model/units';
import { decideDecimalSign, parseAmount, type DecimalSign, type ParsedAmount } from './amounts';
import { readDate, settleDate, type DateReading, type DayOrder } from './dates';
import { decideDayOrder, weighDayOrder, type DayOrderEvidence } from './dayOrder';
import { isBlank } from './folding';
import type { ProblemLog } from './problemLog';
import type { Table, TableRow } from './table';

const DATE_ROLES: readonly ColumnRole[] = ['created', 'closed', 'expectedClose', 'hired'];
const AMOUNT_ROLES: readonly ColumnRole[] = ['amount', 'listPrice', 'quota'];

/** A value with the heading of the column it came from. */
export interface Placed<Value> {
  readonly value: Value;
  readonly heading: string;
}

/**
 * Cells of a table by role. What a column's dates and amounts look like is settled once for the whole column;
 * readings are remembered by their text, for the same day and amount come again and again.
 */
export class TableColumns {
  readonly #table: Table;
  readonly #log: ProblemLog;
  readonly #orders = new Map<number, Map<string, DayOrder>>();
  readonly #decimals = new Map<number, DecimalSign>();
  readonly #dates = new Map<string, DateReading>();
  readonly #amounts = new Map<string, ParsedAmount>();

  constructor(table: Table, log: ProblemLog) {
    this.#table = table;
    this.#log = log;
    this.#settleDayOrders();
    table.columns.forEach(({ role }, place) => {
      if (AMOUNT_ROLES.includes(role)) this.#decimals.set(place, decideDecimalSign(this.#cells(place)));
    });
  }

  has(role: ColumnRole): boolean {
    return this.#table.columns.some((column) => column.role === role);
  }

  /** The trimmed text of that role's first filled column; undefined where all are blank or there is none. */
  text(row: TableRow, role: ColumnRole): string | undefined {
    for (const [place, column] of this.#table.columns.entries()) {
      const cell = column.role === role ? (row.cells[place] ?? '').trim() : '';
      if (!isBlank(cell)) return cell;
    }
    return undefined;
  }

  /** The day in that role's first column that holds one; what cannot be read is logged. */
  date(row: TableRow, role: ColumnRole): IsoDate | undefined {
    for (const [place, column] of this.#table.columns.entries()) {
      if (column.role !== role) continue;
      const cell = row.cells[place] ?? '';
      const reading = this.#readDate(place, cell);
      if (reading.kind === 'date') return reading.date;
      if (reading.kind === 'blank') continue;
      const impossible = reading.kind === 'impossible';
      this.#log.add(impossible ? 'date-impossible' : 'date-unreadable', {
        file: this.#table.file,
        row: row.row,
        column: column.heading,
        message: impossible
          ? `a date must be in the calendar, got ${cell.trim()}`
          : `a date must be readable, got “${cell.trim()}”`,
        action: 'read as blank',
      });
    }
    return undefined;
  }

  /** The amount in that role's first column that holds one, 0 only where no column holds another. */
  amount(row: TableRow, role: ColumnRole): Placed<Money> | undefined {
    let zero: Placed<Money> | undefined;
    for (const [place, { role: own, heading }] of this.#table.columns.entries()) {
      if (own !== role) continue;
      const cell = row.cells[place] ?? '';
      const parsed = this.#readAmount(place, cell);
      if (parsed.kind === 'blank') continue;
      const where = { file: this.#table.file, row: row.row, column: heading };
      if (parsed.kind === 'unreadable') {
        this.#log.add('amount-unreadable', {
          ...where,
          message: `an amount must be a number, got “${cell.trim()}”`,
          action: 'read as blank',
        });
        continue;
      }
      if (parsed.stray !== undefined)
        this.#log.add('amount-stray-text', {
          ...where,
          message: `an amount must be a number, got “${cell.trim()}”`,
          action: `read as ${parsed.value}`,
        });
      if (parsed.value !== 0) return { value: money(parsed.value), heading };
      zero ??= { value: money(0), heading };
    }
    return zero;
  }

  #cells(place: number): string[] {
    return [...new Set(this.#table.rows.map(({ cells }) => cells[place] ?? ''))];
  }

  #readAmount(place: number, cell: string): ParsedAmount {
    const key = `${place} ${cell}`;
    let parsed = this.#amounts.get(key);
    if (parsed === undefined) {
      parsed = parseAmount(cell, this.#decimals.get(place));
      this.#amounts.set(key, parsed);
    }
    return parsed;
  }

  #readDate(place: number, cell: string): DateReading {
    const key = `${place} ${cell}`;
    let settled = this.#dates.get(key);
    if (settled === undefined) {
      const reading = readDate(cell);
      const order = reading.kind === 'numbers' ? this.#orders.get(place)?.get(reading.separator) : undefined;
      settled = settleDate(reading, order ?? 'month-first');
      this.#dates.set(key, settled);
    }
    return settled;
  }

  #settleDayOrders(): void {
    const columns = this.#table.columns.flatMap(({ role, heading }, place) =>
      DATE_ROLES.includes(role) ? [{ place, heading, weighed: weighDayOrder(this.#cells(place)) }] : [],
    );
    const whole = new Map<string, DayOrderEvidence>();
    for (const { weighed } of columns)
      for (const [separator, { dayFirst, monthFirst, undecided }] of weighed) {
        const sum = whole.get(separator) ?? { dayFirst: 0, monthFirst: 0, undecided: 0 };
        whole.set(separator, {
          dayFirst: sum.dayFirst + dayFirst,
          monthFirst: sum.monthFirst + monthFirst,
          undecided: sum.undecided + undecided,
        });
      }
    for (const { place, heading, weighed } of columns) {
      const orders = new Map<string, DayOrder>();
      for (const [separator, evidence] of weighed) {
        const decided = decideDayOrder(separator, evidence, whole.get(separator));
        orders.set(separator, decided.order);
        this.#reportOrder(heading, separator, evidence, decided.order, decided.by === 'assumption');
      }
      this.#orders.set(place, orders);
    }
  }

  #reportOrder(
    column: string,
    separator: string,
    evidence: DayOrderEvidence,
    order: DayOrder,
    assumed: boolean,
  ): void {
    const pattern = (first: string, second: string) => `${first}${separator}${second}${separator}year`;
    const words = order === 'day-first' ? pattern('day', 'month') : pattern('month', 'day');
    const where = { file: this.#table.file, column };
    if (assumed && evidence.undecided > 0)
      this.#log.add('date-order-assumed', {
        ...where,
        message: `the order of day and month must show in some row, got ${evidence.undecided} different dates that can be read both ways`,
        action: `assumed to be ${words}`,
      });
    if (evidence.dayFirst > 0 && evidence.monthFirst > 0)
      this.#log.add('date-order-mixed', {
        ...where,
        message: `the dates of a column must be in one order, got ${evidence.dayFirst} that are day first and ${evidence.monthFirst} that are month first`,
        action: `each read as it can be; the ${evidence.undecided} that can be read both ways as ${words}`,
      });
  }
}
