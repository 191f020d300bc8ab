import { setLever, setMarket } from '../../model/editPlan';
import { formatShare } from '../../model/format/formatShare';
import type { DaysSpread, Plan, Role } from '../../model/plan';
import { days, share, type EventId } from '../../model/units';
import { DEFAULT_SPREAD, sellers, withRoles, type InputEnd, type TornadoInput } from './tornadoInput';
import { winRateInput } from './winRateInput';

/** Standard normal quantile of 90 %. */
const Z90 = 1.2816;

const factorWords = (factor: number) => formatShare(factor);

/** Mean of a role's relative error over the selling seats, or none where nothing is known or its uncertainty is off. */
function meanError(plan: Plan, errorOf: (role: Role) => number): number {
  const seats = new Map<string, number>();
  for (const { roleId } of plan.seats) seats.set(roleId, (seats.get(roleId) ?? 0) + 1);
  let [sum, count] = [0, 0];
  for (const role of sellers(plan)) {
    const weight = seats.get(role.id) ?? 0;
    sum += weight * errorOf(role);
    count += weight;
  }
  return plan.parameterUncertainty && count > 0 ? sum / count : 0;
}

const scaled = (
  plan: Plan,
  lever: 'productivity' | 'dealSize' | 'attrition' | 'ramp',
  factor: number,
): InputEnd => ({
  label: factorWords(factor),
  plan: setLever(plan, lever, plan.levers[lever] * factor),
});

/** An input that a lever scales: by its own standard error, no longer drawn on top of that, or by the default. */
function measured(plan: Plan, lever: 'productivity' | 'dealSize', name: string, cv: number): TornadoInput {
  const known = withRoles(plan, (role) =>
    lever === 'productivity'
      ? { ...role, productivity: { ...role.productivity, cv: 0 } }
      : { ...role, ...(role.dealSizeCv !== undefined && { dealSizeCv: 0 }) },
  );
  const spread = cv > 0 ? Z90 * cv : DEFAULT_SPREAD[lever];
  return {
    id: lever,
    name,
    low: scaled(known, lever, Math.max(0, 1 - spread)),
    high: scaled(known, lever, 1 + spread),
    basis:
      cv > 0
        ? `P10 and P90 of what is known: its standard error is ${formatShare(cv)}`
        : `±${formatShare(spread)} by default: the plan states no uncertainty of it`,
    lever,
    place: 'roles',
  };
}

const stretched = (plan: Plan, lever: 'attrition' | 'ramp', name: string): TornadoInput => ({
  id: lever,
  name,
  low: scaled(plan, lever, 1 - DEFAULT_SPREAD[lever]),
  high: scaled(plan, lever, 1 + DEFAULT_SPREAD[lever]),
  basis: `±${formatShare(DEFAULT_SPREAD[lever])} by default: the plan states no range of it`,
  lever,
  place: 'roles',
});

/** Every case at one quantile of a lognormal of which half lie within p50 and nine in ten within p90. */
const lowOf = ({ p50, p90 }: DaysSpread): number => (p90 > 0 ? (p50 * p50) / p90 : 0);
const fixed = (count: number): DaysSpread => ({ p50: days(count), p90: days(count) });

function spreadInput(
  plan: Plan,
  key: 'timeToFill' | 'startSlip',
  name: string,
  lever: 'timeToFill' | 'startDelay',
): TornadoInput | undefined {
  const roles = sellers(plan);
  if (!roles.some((role) => role[key].p90 > role[key].p50)) return undefined;
  const daysWords = (of: (spread: DaysSpread) => number) => {
    const all = roles.map((role) => Math.round(of(role[key])));
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return least === most ? `${least} days` : `${least}–${most} days`;
  };
  const end = (of: (spread: DaysSpread) => number): InputEnd => ({
    label: daysWords(of),
    plan: withRoles(plan, (role) => ({ ...role, [key]: fixed(of(role[key])) })),
  });
  return {
    id: key,
    name,
    low: end(lowOf),
    high: end(({ p90 }) => p90),
    basis: 'every case at the P10, and every case at the P90, that the roles state',
    lever,
    place: 'roles',
  };
}

function marketInput(plan: Plan): TornadoInput {
  const end = (sd: number): InputEnd => ({ label: `±${formatShare(sd)}`, plan: setMarket(plan, { sd }) });
  const { sd } = plan.market;
  return {
    id: 'market',
    name: 'Market swings',
    low: end(sd * (1 - DEFAULT_SPREAD.market)),
    high: end(sd > 0 ? sd * (1 + DEFAULT_SPREAD.market) : 0.05),
    basis: `±${formatShare(DEFAULT_SPREAD.market)} of the quarterly swing by default`,
    lever: 'market',
    place: 'levers',
  };
}

function eventInput(plan: Plan, id: EventId, name: string): TornadoInput {
  const end = (probability: number, label: string): InputEnd => ({
    label,
    plan: {
      ...plan,
      events: plan.events.map((event) =>
        event.id === id ? { ...event, probability: share(probability) } : event,
      ),
    },
  });
  return {
    id: `event ${id}`,
    name,
    low: end(0, 'does not happen'),
    high: end(1, 'happens'),
    basis: 'the event in none of the trials, and in all of them',
    place: 'risks',
  };
}

/** Events that are looked at one by one at the most: the likeliest to matter, by chance × months. */
const MOST_EVENTS = 10;

/** The plan's uncertain inputs with their lows and highs, as far as the plan has them. */
export function listInputs(plan: Plan): TornadoInput[] {
  const events = [...plan.events]
    .filter(({ effects }) => Object.keys(effects).length > 0)
    .sort((a, b) => b.probability * b.months - a.probability * a.months || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_EVENTS);
  return [
    measured(
      plan,
      'productivity',
      'Productivity',
      meanError(plan, ({ productivity }) => productivity.cv),
    ),
    measured(
      plan,
      'dealSize',
      'Deal size',
      meanError(plan, ({ dealSizeCv = 0 }) => dealSizeCv),
    ),
    winRateInput(plan),
    stretched(plan, 'attrition', 'Attrition'),
    stretched(plan, 'ramp', 'Ramp time'),
    spreadInput(plan, 'timeToFill', 'Time to fill', 'timeToFill'),
    spreadInput(plan, 'startSlip', 'Start slip', 'startDelay'),
    marketInput(plan),
    ...events.map(({ id, name }) => eventInput(plan, id, name)),
  ].filter((input) => input !== undefined);
}
