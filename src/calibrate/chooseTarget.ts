import { planPeriods } from '../model/calendar';
import type { Calendar, Target } from '../model/plan';
import { money, type Money } from '../model/units';
import type { TargetRule } from './report';
import { roundUp } from './roundFigure';
import type { Timeline } from './timeline';

/** The target of twelve months: the one given, else the mean of the full quarters times four, rounded up to two digits. */
export function chooseTarget(timeline: Timeline, given: Money | undefined): TargetRule {
  if (given !== undefined) return { amount: given, rule: 'As stated.' };
  const full = timeline.quarters.filter((quarter) => quarter.full);
  const sum = full.reduce((total, { bookings }) => total + bookings, 0);
  if (full.length > 0)
    return {
      amount: money(roundUp((4 * sum) / full.length, 2)),
      rule: `Four times the mean bookings of ${full.length === 1 ? 'the one full quarter' : `the ${full.length} full quarters`}, rounded up to two digits; each quarter has the same.`,
    };
  const { start, end } = timeline.window;
  const inWindow = timeline.months.reduce(
    (total, { bookings, full: whole }) => total + (whole ? bookings : 0),
    0,
  );
  const bookings =
    inWindow > 0 ? inWindow : timeline.months.reduce((total, month) => total + month.bookings, 0);
  return {
    amount: money(roundUp((12 * bookings) / (end - start), 2)),
    rule: `Twelve times the mean monthly bookings, for the history has no full quarter; rounded up to two digits, each quarter has the same.`,
  };
}

/** Targets by fiscal quarter, each its months' share of twelve; they add up to the horizon's share exactly. */
export function splitTarget(calendar: Calendar, annual: Money): Target[] {
  let before = 0;
  return planPeriods(calendar)
    .filter(({ kind }) => kind === 'quarter')
    .map(({ id, endMonth }) => {
      // Quarters of a round year are exact; in others cents would not be.
      const upTo = Math.round((100 * annual * endMonth) / 12) / 100;
      const amount = money(Math.round(100 * (upTo - before)) / 100);
      before = upTo;
      return { period: id, amount };
    });
}
