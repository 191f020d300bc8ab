/** Span of control: how many sellers a manager has. */
import { monthsFromStart } from '../../model/calendar';
import { formatCount } from '../../model/format/formatCount';
import { isSelling } from '../../model/isSelling';
import type { Management, Plan } from '../../model/plan';
import { occupantDate } from '../../model/occupantDate';
import { DAYS_PER_MONTH, type ManagerId } from '../../model/units';
import { percentWords } from './percentWords';
import { countWords } from './seatWords';

export interface Span {
  /** Seats that sell, at the most at one time, if everyone comes as planned. */
  readonly sellers: number;
  /** The plan's limit. */
  readonly limit: number | undefined;
  readonly over: boolean;
}

/** The span of every manager, by id, as the engine counts it: people who sell, not those who support. Cost: seats × log(seats). */
export function spansOf(plan: Plan): ReadonlyMap<ManagerId, Span> {
  const selling = new Set(plan.roles.flatMap((role) => (isSelling(role) ? [role.id] : [])));
  const changes = new Map<ManagerId, { at: number; by: 1 | -1 }[]>();
  for (const { managerId, roleId, occupant, closes } of plan.seats) {
    if (managerId === undefined || !selling.has(roleId)) continue;
    const delay = occupant.kind === 'planned' ? plan.levers.startDelay / DAYS_PER_MONTH : 0;
    const from = Math.max(0, monthsFromStart(plan.calendar, occupantDate(occupant)) + delay);
    const to = Math.min(plan.calendar.months, closes ? monthsFromStart(plan.calendar, closes) : Infinity);
    if (to <= from) continue;
    const list = changes.get(managerId) ?? [];
    list.push({ at: from, by: 1 }, { at: to, by: -1 });
    changes.set(managerId, list);
  }
  const limit = plan.management.spanLimit;
  return new Map(
    plan.managers.map(({ id }): [ManagerId, Span] => {
      let [now, most] = [0, 0];
      // who goes on a day makes room for who comes
      for (const { by } of (changes.get(id) ?? []).sort((a, b) => a.at - b.at || a.by - b.by))
        most = Math.max(most, (now += by));
      return [id, { sellers: most, limit, over: limit !== undefined && most > limit }];
    }),
  );
}

/** `9 of 8 sellers`, or `9 sellers` where there is no limit. */
export const spanWords = ({ sellers, limit }: Span): string =>
  limit === undefined
    ? countWords(sellers, 'seller')
    : `${formatCount(sellers)} of ${countWords(limit, 'seller')}`;

/** What the plan's rules of management say, in a line. */
export function managementWords({ vacantFactor, spanLimit, overSpanFactor, rampFactor }: Management): string {
  const parts = [
    vacantFactor === 1 ? '' : `a team without its manager books ${percentWords(vacantFactor)}`,
    spanLimit === undefined ? '' : `at most ${countWords(spanLimit, 'seller')} to a manager`,
    spanLimit === undefined || overSpanFactor === 1 ? '' : `above that ${percentWords(overSpanFactor)}`,
    rampFactor === 1 ? '' : `ramps under such managers take ${percentWords(rampFactor)} of their time`,
  ].filter(Boolean);
  const words =
    parts.length === 0 ? 'managers are not missed, and may have any number of people' : parts.join('; ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** How many managers have more people than the limit at some time; undefined for none. */
export function overSpanWords(spans: ReadonlyMap<ManagerId, Span>): string | undefined {
  const over = [...spans.values()].filter((span) => span.over).length;
  return over === 0 ? undefined : `${countWords(over, 'manager')} over the limit`;
}
