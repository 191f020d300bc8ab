import { calibratePlan } from '../../../src/calibrate/calibratePlan';
import type { Calibration, CalibrationOptions } from '../../../src/calibrate/report';
import { monthFromNumber, monthNumber } from '../../../src/model/calendar';
import type { Opportunity, SalesHistory, Seller } from '../../../src/model/history';
import { isoDate, isoMonth, money } from '../../../src/model/units';
import { frozen } from '../../support/frozen';

/** Won deals of one seller over some months. */
export interface Deals {
  readonly seller: string;
  readonly from: string;
  readonly months: number;
  /** Won deals in each month, by its index; two at the 1st and the rest at the 28th. */
  readonly won: (month: number) => number;
  readonly amount?: number;
}

/** Deals that begin on the first and end on the 28th of each month. */
export function dealsOf({ seller, from, months, won, amount = 1000 }: Deals): Opportunity[] {
  return Array.from({ length: months }, (_, month) => {
    const label = monthFromNumber(monthNumber(isoMonth(from)) + month);
    return Array.from({ length: won(month) }, (_each, index): Opportunity => {
      const closed = isoDate(`${label}-${index % 2 === 0 ? '01' : '28'}`);
      return {
        id: `${seller}-${label}-${index}`,
        seller,
        outcome: 'won',
        created: closed,
        closed,
        amount: money(amount + index),
      };
    });
  }).flat();
}

/** A history of these opportunities, frozen; their owners are its sellers. */
export function historyOf(
  opportunities: readonly Opportunity[],
  sellers: readonly Seller[] = [],
): SalesHistory {
  const known = new Set(sellers.map(({ name }) => name));
  const names = new Set(
    opportunities.flatMap(({ seller }) => (seller === undefined || known.has(seller) ? [] : [seller])),
  );
  return frozen({
    opportunities,
    sellers: [...sellers, ...[...names].map((name) => ({ name }))].toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    ),
    products: [],
    files: [],
    problems: [],
    problemCounts: [],
  });
}

/** What the calibration makes of a history that must make a plan. */
export function calibrated(history: SalesHistory, options: CalibrationOptions = {}): Calibration {
  const result = calibratePlan(history, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
