import { LARGEST_VALUE, type Measure } from '../../model/accountBook';
import { measureId } from '../../model/units';
import { decideDecimalSign, parseAmount, type DecimalSign } from '../history/amounts';
import { isMeasureRole } from './accountColumns';
import type { AccountLog, AccountRule } from './accountProblems';
import { unitOf, withoutUnit } from './measureUnit';
import type { AccountTable } from './readAccountTable';
import type { TableRow } from './tableRows';

interface MeasureColumn {
  readonly place: number;
  readonly heading: string;
  readonly decimal: DecimalSign;
  /** What stands beside most of its numbers, and is passed over. */
  readonly unit: string | undefined;
}

/** The measures of a table, row by row: null is not known, which is not zero. */
export class MeasureCells {
  readonly measures: readonly Measure[];
  readonly #columns: readonly MeasureColumn[];
  readonly #file: string;
  readonly #log: AccountLog;

  constructor({ file, headings, roles, rows }: AccountTable, log: AccountLog) {
    this.#file = file;
    this.#log = log;
    this.#columns = roles.flatMap((role, place) => {
      if (!isMeasureRole(role)) return [];
      const cells = rows.map((row) => row.cells[place] ?? '');
      const heading = headings[place] ?? '';
      const unit = unitOf(cells);
      const decimal = decideDecimalSign(cells.map((cell) => withoutUnit(cell, unit)));
      return [{ place, heading, decimal, unit }];
    });
    this.measures = this.#columns.map(({ place, heading }, index) => ({
      id: measureId(`measure-${index + 1}`),
      name: heading.slice(0, 200),
      kind: kindOf(roles[place]),
    }));
    for (const { heading, unit } of this.#columns)
      if (unit !== undefined)
        log.add('measure-unit', {
          file,
          column: heading,
          message: `a measure must be a number, got numbers with “${unit}” beside them`,
          action: 'read as the numbers alone',
        });
  }

  /** Its values in the order of `measures`; what cannot be used is not known, and reported. */
  read({ row, cells }: TableRow): (number | null)[] {
    return this.#columns.map(({ place, heading, decimal, unit }) => {
      const cell = cells[place] ?? '';
      const parsed = parseAmount(withoutUnit(cell, unit), decimal);
      if (parsed.kind === 'blank') return null;
      const report = (rule: AccountRule, rules: string) => {
        const message = `a measure ${rules}, got “${cell.trim()}”`;
        this.#log.add(rule, {
          file: this.#file,
          row,
          column: heading,
          message,
          action: 'taken as not known',
        });
        return null;
      };
      if (parsed.kind === 'unreadable' || parsed.stray !== undefined)
        return report('measure-unreadable', 'must be a number');
      if (parsed.value < 0) return report('measure-negative', 'must not be below zero');
      if (parsed.value > LARGEST_VALUE)
        return report('measure-too-large', 'must be at most 1,000,000,000,000');
      return parsed.value;
    });
  }
}

const kindOf = (role: string | undefined): Measure['kind'] =>
  role === 'potential' || role === 'workload' ? role : 'other';
