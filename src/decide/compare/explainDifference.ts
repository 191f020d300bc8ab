import type { Plan } from '../../model/plan';
import { fail, succeed, type Problem, type Result } from '../../model/problem';
import { GROUPS, type GroupId } from './assumptionGroups';
import { differencesOf } from './differencesOf';
import { MEASURED, type ExplainedMeasure, type Explanation, type Measured } from './explanation';
import type { ExplainOptions } from './explainOptions';
import { Mixes } from './mixes';
import { allOrders, coalitionsOf, drawnOrders, type Mask, type OrderSet } from './shapley';
import { shareOut } from './shareOut';

/** Groups up to which all orders are averaged: 64 samples at the most. */
export const MOST_EXACT = 6;
/** Pairs of an order and its reverse where there are more. */
export const ORDER_PAIRS = 8;
/** Samples asked for at once: as many as keep the workers busy, and no more, since each is large. */
const AT_ONCE = 3;

type Unit = readonly GroupId[];

const aborted: Problem = { code: 'aborted', path: '', message: 'The explanation was stopped.' };

/** The groups that the players of a coalition stand for. */
const groupsOf = (units: readonly Unit[], mask: Mask): GroupId[] =>
  units.filter((_, player) => mask & (1 << player)).flat();

/**
 * The units with two of them joined, of which a mix with the one and without the other is no plan: the first of those in the
 * mix, and the first outside that makes a plan of it where there is one. From then on they are switched together.
 */
function joined(units: readonly Unit[], mask: Mask, mixes: Mixes): Unit[] {
  const players = units.map((_, player) => player);
  const outside = players.filter((player) => !(mask & (1 << player)));
  const inside = players.find((player) => mask & (1 << player));
  const helps = (player: number) => mixes.isPlan(groupsOf(units, mask | (1 << player)));
  const other = outside.find(helps) ?? outside[0];
  return units.flatMap((unit, player): Unit[] => {
    if (player === inside) return [[...unit, ...(units[other ?? player] ?? [])]];
    return player === other ? [] : [unit];
  });
}

/** Simulates every mix that the orders ask for, some at once; resolves to the first that is no valid plan, if any. */
async function simulateAll(
  mixes: Mixes,
  units: readonly Unit[],
  masks: readonly Mask[],
  options: ExplainOptions,
): Promise<Result<Mask | undefined>> {
  let next = 0;
  let invalid: Mask | undefined;
  let problems: readonly Problem[] | undefined;
  const work = async () => {
    for (let mask = masks[next++]; mask !== undefined && !problems; mask = masks[next++]) {
      if (invalid !== undefined) return;
      if (options.signal?.aborted) problems = [aborted];
      else {
        const done = await mixes.simulate(groupsOf(units, mask));
        if (!done.ok) problems = done.problems;
        else if (!done.value) invalid ??= mask;
        else options.onProgress?.(mixes.size, masks.length);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return problems ? fail(problems) : succeed(invalid);
}

const ordersFor = (units: number, seed: number): OrderSet[] =>
  units <= MOST_EXACT ? [allOrders(units)] : drawnOrders(units, ORDER_PAIRS, seed);

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

function measure(
  name: Measured,
  units: readonly Unit[],
  sets: readonly OrderSet[],
  mixes: Mixes,
  trials: number,
): ExplainedMeasure | undefined {
  const values = new Map<Mask, Float64Array>();
  const full = (1 << units.length) - 1;
  for (const mask of [0, full, ...coalitionsOf(sets)]) {
    const own = mixes.known(groupsOf(units, mask))?.[name];
    if (!own) return undefined;
    values.set(mask, own);
  }
  const mean = (mask: Mask) => (values.get(mask)?.reduce((sum, each) => sum + each, 0) ?? 0) / trials;
  return { from: mean(0), to: mean(full), shares: shareOut(sets, values, trials) };
}

/**
 * Why plan `b` differs from plan `a` in a period: the groups of assumptions in which they differ are switched from the one
 * to the other one at a time, and what each adds is averaged over all orders (Shapley 1953), or beyond `MOST_EXACT` groups
 * over drawn ones (Castro, Gómez & Tejada 2009), so that the shares add up to the difference. Groups whose mixes would be
 * no valid plan are switched as one. Cost: a sample for each of 2^groups mixes, or of those that the drawn orders meet.
 */
export async function explainDifference(
  a: Plan,
  b: Plan,
  options: ExplainOptions,
): Promise<Result<Explanation>> {
  const differing = differencesOf(a, b).map(({ group }) => group);
  let units: readonly Unit[] = differing.filter((group) => GROUPS[group].figures).map((group) => [group]);
  const mixes = new Mixes(a, b, units.length, options);
  for (;;) {
    const sets = ordersFor(units.length, options.seed);
    const masks = [...new Set([0, (1 << units.length) - 1, ...coalitionsOf(sets)])];
    const done = await simulateAll(mixes, units, masks, options);
    if (!done.ok) return done;
    if (options.signal?.aborted) return fail([aborted]);
    if (done.value !== undefined) {
      units = joined(units, done.value, mixes);
      continue;
    }
    const measures = MEASURED.flatMap((name) => {
      const own = measure(name, units, sets, mixes, options.trials);
      return own ? [[name, own] as const] : [];
    });
    const { bookings, ...others }: Partial<Record<Measured, ExplainedMeasure>> = Object.fromEntries(measures);
    if (!bookings)
      return fail([{ code: 'no-period', path: '', message: 'The period must be in both plans.' }]);
    const exact = units.length <= MOST_EXACT;
    return succeed({
      period: options.period,
      trials: options.trials,
      groups: units,
      measures: { ...others, bookings },
      method: exact
        ? { kind: 'exact', orders: factorial(units.length) }
        : { kind: 'drawn', orders: 2 * ORDER_PAIRS },
      samples: masks.length,
    });
  }
}
