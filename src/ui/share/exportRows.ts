import type { Plan } from '../../model/plan';
import type { CsvRow } from '../../state/planExchange';
import { readSeat } from '../../stats/readSeat';
import { PERCENTILES, type Distribution, type RunSummary, type YearSummary } from '../../stats/summary';

/** What may be exported of an answer. */
export const EXPORTS = ['months', 'periods', 'seats'] as const;
export type ExportKind = (typeof EXPORTS)[number];

/** A run as rows for a spreadsheet, figures at full precision; every row names the seed, the trials and the engine. */
export function exportRows(kind: ExportKind, plan: Plan, summary: RunSummary): CsvRow[] {
  const run = { seed: summary.seed, trials: summary.trials, engine: summary.engine };
  const rows = { months: monthRows, periods: periodRows, seats: seatRows }[kind](plan, summary);
  return rows.map((row) => ({ ...row, ...run }));
}

/** A distribution under a name: its mean, the mean's standard error and the percentiles. */
function spread(name: string, distribution: Distribution): CsvRow {
  const percentiles = PERCENTILES.map((at, index) => [`${name} P${at}`, distribution.percentiles[index]]);
  return {
    [`${name} mean`]: distribution.mean,
    [`${name} standard error`]: distribution.standardError,
    ...Object.fromEntries(percentiles),
  };
}

function monthRows(_: Plan, summary: RunSummary): CsvRow[] {
  return summary.months.map((month) => ({
    month: month.month,
    currency: summary.currency,
    ...spread('bookings', month.bookings),
    ...spread('cumulative bookings', month.cumulativeBookings),
    ...spread('headcount', month.headcount),
    ...spread('ramped rep equivalents', month.rampedEquivalents),
  }));
}

function periodRows(_: Plan, summary: RunSummary): CsvRow[] {
  return summary.periods.map((period) => ({
    period: period.period,
    kind: period.kind,
    currency: summary.currency,
    target: period.target,
    chance: period.chance?.value,
    'chance standard error': period.chance?.standardError,
    ...spread('bookings', period.bookings),
    ...(period.year && yearCells(period.year)),
  }));
}

function yearCells(year: YearSummary): CsvRow {
  return {
    ...spread('cost', year.cost),
    ...spread('contribution', year.contribution),
    budget: year.budget,
    'chance of budget': year.withinBudget?.value,
    'chance of budget standard error': year.withinBudget?.standardError,
    'seats at quota mean': year.seatsAtQuota.mean,
    'share at quota mean': year.shareAtQuota?.mean,
    'vacancy months mean': year.vacancyMonths.mean,
    'attainment mean': year.attainment?.mean,
    'attainment median': year.attainment?.median,
    'chance of attainment': year.attainment?.atQuota.value,
  };
}

function seatRows(plan: Plan, summary: RunSummary): CsvRow[] {
  const seats = new Map(plan.seats.map((seat) => [seat.id, seat]));
  const managers = new Map(plan.managers.map((manager) => [manager.id, manager.name]));
  const roles = new Map(plan.roles.map((role) => [role.id, role.name]));
  const years = summary.periods.filter(({ kind }) => kind === 'year');
  const rows = plan.seats.flatMap(({ id }) =>
    years.flatMap(({ period }) => readSeat(summary.levels, id, period) ?? []),
  );
  return rows.map((row) => {
    const seat = seats.get(row.seatId);
    return {
      seat: row.seatId,
      name: seat?.name,
      role: seat && roles.get(seat.roleId),
      manager: seat?.managerId && managers.get(seat.managerId),
      period: row.period,
      currency: summary.currency,
      'bookings mean': row.meanBookings,
      'attainment mean': row.attainment?.mean,
      'attainment median': row.attainment?.median,
      'chance of quota': row.attainment?.atQuota.value,
      'chance of quota standard error': row.attainment?.atQuota.standardError,
    };
  });
}
