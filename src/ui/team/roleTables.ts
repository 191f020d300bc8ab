import type { ChartTable } from '../../charts/chartTable';
import type { Role } from '../../model/plan';
import { stayingAt } from './leaving';
import { percentWords } from './percentWords';

/** Months of tenure that a table of staying tells of. */
const TENURES = [0, 1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60];

const share = (raw: number) => ({ text: percentWords(raw), raw });

/** A ramp's figures, a row for each month of tenure, and the first one after it. */
export function rampTable(ramp: Role['ramp']): ChartTable {
  return {
    columns: ['Month of tenure', 'Share of a ramped person’s productivity'],
    rows: [...ramp, 1].map((each, month) => {
      const text = month === ramp.length ? `${month + 1} and later` : String(month + 1);
      return [{ text, raw: month + 1 }, share(each)];
    }),
  };
}

/** The share of people still there, by months of tenure. */
export function stayingTable(role: Pick<Role, 'annualAttrition' | 'attritionByTenure'>): ChartTable {
  return {
    columns: ['Months of tenure', 'Still there'],
    rows: TENURES.map((month) => [{ text: String(month), raw: month }, share(stayingAt(role, month))]),
  };
}
