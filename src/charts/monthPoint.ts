import type { IsoMonth } from '../model/units';
import type { Distribution } from '../stats/summary';

/** One month of a fan: its name and the spread of the figure at its end. */
export interface MonthPoint {
  readonly month: IsoMonth;
  readonly figure: Distribution;
}
