import type { RiskEvent } from '../model/plan';
import type { DriverGroup, DriverName, DriverSummary } from './drivers';

/** How a row's figures are to be written. A factor is a multiple of what is usual; a share is a probability. */
export type DriverUnit = 'money' | 'count' | 'factor' | 'share';

/** One feature, side by side. */
export interface DriverRow {
  readonly label: string;
  readonly unit: DriverUnit;
  /** Whether it is a risk event, by its name. */
  readonly risk: boolean;
  readonly worst: DriverFigure;
  readonly all: DriverFigure;
  readonly best: DriverFigure;
}

export interface DriverFigure {
  readonly value: number;
  readonly standardError: number;
}

const FEATURES: Readonly<Record<DriverName, { readonly label: string; readonly unit: DriverUnit }>> = {
  market: { label: 'Market', unit: 'factor' },
  deals: { label: 'Deals', unit: 'count' },
  largestDeal: { label: 'Largest deal', unit: 'money' },
  rampedMonths: { label: 'Ramped months', unit: 'count' },
  vacancyMonths: { label: 'Vacancy months', unit: 'count' },
  leavers: { label: 'Leavers', unit: 'count' },
  starters: { label: 'Starters', unit: 'count' },
  seatsAtQuota: { label: 'Seats at quota', unit: 'count' },
};

/** What sets the tenths apart as rows of a table: bookings, the features, then each risk event that may happen, by name. */
export function driverRows(drivers: DriverSummary, events: readonly RiskEvent[]): DriverRow[] {
  const row = (
    label: string,
    unit: DriverUnit,
    figureOf: (group: DriverGroup) => DriverFigure,
  ): DriverRow => ({
    label,
    unit,
    risk: unit === 'share',
    worst: figureOf(drivers.worst),
    all: figureOf(drivers.all),
    best: figureOf(drivers.best),
  });
  const features = Object.entries(FEATURES).map(([name, { label, unit }]) =>
    row(label, unit, ({ features }) => {
      const { mean, standardError } = features[name as DriverName];
      return { value: mean, standardError };
    }),
  );
  const happened = events.map(({ id, name }) =>
    row(
      name,
      'share',
      (group) => group.events.find(({ eventId }) => eventId === id)?.share ?? { value: 0, standardError: 0 },
    ),
  );
  const bookings = row('Bookings', 'money', ({ bookings: { mean, standardError } }) => ({
    value: mean,
    standardError,
  }));
  return [bookings, ...features, ...happened];
}
