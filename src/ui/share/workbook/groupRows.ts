import { valueAt } from '../../../charts/percentileBands';
import type { CsvRow } from '../../../state/planExchange';
import { readLevel } from '../../../stats/readLevel';
import type { RunSummary } from '../../../stats/summary';
import type { groupsOf, GroupKind } from '../../outlook/levelTable';

/** These regions, managers, territories or roles by fiscal quarter and year; what is known of years alone is blank elsewhere. */
export function groupRows(
  groups: ReturnType<typeof groupsOf>,
  summary: RunSummary,
  kind: GroupKind,
): CsvRow[] {
  return groups.flatMap(({ id, name }) =>
    summary.periods.flatMap(({ period, kind: span }): CsvRow[] => {
      const level = readLevel(summary.levels, { kind, id }, period);
      if (!level) return [];
      const { bookings, target, chance, year } = level;
      return [
        {
          [kind]: name,
          period,
          kind: span,
          'quota for the period': target,
          'chance of it': chance?.value,
          'chance standard error': chance?.standardError,
          'bookings mean': bookings.mean,
          'bookings standard error': bookings.standardError,
          'bookings P10': valueAt(bookings.percentiles, 10),
          'bookings P50': valueAt(bookings.percentiles, 50),
          'bookings P90': valueAt(bookings.percentiles, 90),
          'attainment mean': year?.attainment?.mean,
          'attainment median': year?.attainment?.median,
          'chance of attainment': year?.attainment?.atQuota.value,
          'cost mean': year?.cost.mean,
          'contribution mean': year?.contribution.mean,
          'headcount mean': year?.headcount.mean,
          'leavers mean': year?.leavers.mean,
          'vacancy months mean': year?.vacancyMonths.mean,
        },
      ];
    }),
  );
}
