import type { ChartCell, ChartTable } from '../../charts/chartTable';
import type { RidgeRow } from '../../charts/Ridgelines.svelte';
import { formatShare } from '../../model/format/formatShare';
import { isSelling } from '../../model/isSelling';
import type { Plan, Seat } from '../../model/plan';
import type { PeriodId, SeatId } from '../../model/units';
import { readSeatsTogether } from '../../stats/readSeatsTogether';
import type { RunSummary } from '../../stats/summary';

export type RidgeKind = 'role' | 'manager' | 'region';

/** A row of the picture and of how many seats it is. */
export interface AttainmentRidge extends RidgeRow {
  readonly seats: number;
}

/**
 * The attainment of all seats of the year together, then of each role's, manager's or region's: those with the fewest at
 * quota first, groups without a quota left out. Cost: seats × 129 bins.
 */
export function attainmentRidges(
  plan: Plan,
  summary: RunSummary,
  kind: RidgeKind,
  year: PeriodId,
  regions: ReadonlyMap<SeatId, string>,
): { readonly all: AttainmentRidge | undefined; readonly groups: readonly AttainmentRidge[] } {
  const idOf = {
    role: (seat: Seat): string | undefined => seat.roleId,
    manager: (seat: Seat) => seat.managerId,
    region: (seat: Seat) => regions.get(seat.id),
  }[kind];
  const selling = new Set(plan.roles.filter(isSelling).map(({ id }) => id));
  const members = new Map<string | undefined, SeatId[]>();
  const sellers = plan.seats.filter(({ roleId }) => selling.has(roleId));
  for (const seat of sellers) {
    const list = members.get(idOf(seat));
    if (list) list.push(seat.id);
    else members.set(idOf(seat), [seat.id]);
  }
  const ridge = (key: string, name: string, seats: readonly SeatId[]): AttainmentRidge | undefined => {
    const found = readSeatsTogether(summary.levels, seats, year);
    return found && { key, name, ...found };
  };
  const lists = { role: plan.roles, manager: plan.managers, region: plan.regions };
  const none = { id: undefined, name: kind === 'manager' ? 'No manager' : 'No region' };
  const groups = [...lists[kind], none].flatMap(({ id, name }) => {
    const seats = members.get(id);
    return (seats && ridge(id ?? 'none', name, seats)) ?? [];
  });
  // Of the whole plan the run knows how its seats move together.
  const whole = summary.periods.find(({ period }) => period === year)?.year?.seatAttainment;
  const together = ridge(
    'all',
    'All seats',
    sellers.map(({ id }) => id),
  );
  const chance = ({ attainment }: AttainmentRidge) => attainment.atQuota.value;
  return {
    all: together && { ...together, ...(whole && { attainment: whole }) },
    groups: groups.sort((one, other) => chance(one) - chance(other)),
  };
}

/** The figures behind the picture: mean, median and share at quota, and how attainment spreads. */
export function ridgeTable(rows: readonly AttainmentRidge[]): ChartTable {
  const steps = [0.5, 0.75, 1, 1.25, 1.5];
  const share = (raw: number, error?: number): ChartCell => ({ text: formatShare(raw, error), raw });
  return {
    columns: [
      'Name',
      'Seats',
      'Mean',
      'Median',
      'At or above 100 %',
      ...steps.map((step) => `Below ${step * 100} %`),
    ],
    rows: rows.map(({ name, seats, attainment: { mean, median, atQuota }, sketch: { counts, edges } }) => {
      const size = Array.from(counts).reduce((sum, count) => sum + count, 0);
      const below = (step: number) =>
        Array.from(counts).reduce((sum, count, bin) => sum + ((edges[bin] ?? 0) < step ? count : 0), 0) /
        size;
      return [
        { text: name, raw: name },
        { text: String(seats), raw: seats },
        share(mean),
        share(median),
        share(atQuota.value, atQuota.standardError),
        ...steps.map((step) => share(below(step))),
      ];
    }),
  };
}
