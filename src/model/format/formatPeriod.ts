import type { PeriodId } from '../units';

/** A fiscal period as people write it: `FY2027-Q1` is `Q1 FY27`, `FY2027` is `FY27`. */
export function formatPeriod(period: PeriodId): string {
  const [year = '', quarter] = period.split('-');
  const short = `FY${year.slice(-2)}`;
  return quarter === undefined ? short : `${quarter} ${short}`;
}
