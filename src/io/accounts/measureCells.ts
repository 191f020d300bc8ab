import { LARGEST_VALUE } from '../../model/accountBook';
import { decideDecimalSign, parseAmount, type DecimalSign } from '../history/amounts';
import type { AccountLog, AccountRule } from './accountProblems';
import type { AccountTable, TableRow } from './readAccountTable';

/** The measures of a table, row by row: null is not known, which is not zero. */
export class MeasureCells {
  readonly headings: readonly string[];
  readonly #places: readonly number[];
  readonly #decimals: readonly DecimalSign[];
  readonly #file: string;
  readonly #log: AccountLog;

  constructor({ file, headings, roles, rows }: AccountTable, log: AccountLog) {
    this.#file = file;
    this.#log = log;
    this.#places = roles.flatMap((role, place) => (role === 'measure' ? [place] : []));
    this.headings = this.#places.map((place) => headings[place] ?? '');
    this.#decimals = this.#places.map((place) =>
      decideDecimalSign(rows.map(({ cells }) => cells[place] ?? '')),
    );
  }

  /** Its values in the order of `headings`; what cannot be used is not known, and reported. */
  read({ row, cells }: TableRow): (number | null)[] {
    return this.#places.map((place, index) => {
      const cell = cells[place] ?? '';
      const parsed = parseAmount(cell, this.#decimals[index]);
      if (parsed.kind === 'blank') return null;
      const report = (rule: AccountRule, rules: string) => {
        const message = `a measure ${rules}, got “${cell.trim()}”`;
        this.#log.add(rule, {
          file: this.#file,
          row,
          column: this.headings[index] ?? '',
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
