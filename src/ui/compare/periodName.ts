import type { SharedPeriod } from '../../decide/compare/sharedPeriods';
import { formatPeriod } from '../../model/format/formatPeriod';

/** A shared period as people say it: `FY27`, `Q2 FY27`, `FY27 (9 months of it)`, `all 18 months`. */
export function periodName({ id, whole, spans: [span] }: SharedPeriod): string {
  const months = span ? span.endMonth - span.firstMonth : 0;
  if (id === 'horizon') return `all ${months} months`;
  return whole
    ? formatPeriod(id)
    : `${formatPeriod(id)} (${months} ${months === 1 ? 'month' : 'months'} of it)`;
}
