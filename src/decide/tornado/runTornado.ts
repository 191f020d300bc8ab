import { planPeriods, targetOf } from '../../model/calendar';
import type { Plan } from '../../model/plan';
import { fail, succeed, type Result } from '../../model/problem';
import type { PeriodId } from '../../model/units';
import type { Runner } from '../../runner/runner';
import { sumOfMonths } from '../../stats/columns';
import { makeProbability } from '../../stats/distribution';
import type { Mean, Probability } from '../../stats/summary';
import { listInputs } from './inputs';
import { pairedEffect, pairedMean, type PairedEffect } from './pairedEffect';
import { bySway } from './sway';
import type { TornadoInput } from './tornadoInput';

export interface TornadoBar extends Omit<TornadoInput, 'low' | 'high'> {
  readonly low: PairedEffect & { readonly label: string };
  readonly high: PairedEffect & { readonly label: string };
}

export interface TornadoAnswer {
  readonly period: PeriodId;
  readonly target?: number;
  /** The plan as it is. */
  readonly chance?: Probability;
  readonly bookings: Mean;
  /** Bars so far, those that sway the chance (or, without a target, bookings) most first. */
  readonly bars: readonly TornadoBar[];
  /** Inputs in all. */
  readonly inputs: number;
  readonly trials: number;
  readonly seed: number;
}

/** Trials at the most: an effect is paired, so that few tell it well. */
const MOST_TRIALS = 10_000;

/**
 * Each uncertain input at its low and at its high, all else as it is (a tornado diagram; Eschenbach 1992, Interfaces
 * 22:40–46), on common random numbers: differences trial by trial, with their standard errors. Interactions are not in
 * it: see the variance shares. `onBar` is told of the answer as it grows. Cost: two samples of the plan for each input.
 */
export async function runTornado(
  plan: Plan,
  period: PeriodId,
  work: {
    readonly sample: Runner['sample'];
    readonly signal?: AbortSignal;
    readonly onBar?: (answer: TornadoAnswer) => void;
  },
): Promise<Result<TornadoAnswer>> {
  const found = planPeriods(plan.calendar).find(({ id }) => id === period);
  if (!found)
    return fail([
      { code: 'no-period', path: 'calendar', message: `period must be in the plan, got ${period}` },
    ]);
  const trials = Math.min(MOST_TRIALS, plan.run.trials);
  const target = targetOf(plan, found);
  const bookingsOf = async (each: Plan): Promise<Result<Float64Array>> => {
    const result = await work.sample(each, { trials, ...(work.signal && { signal: work.signal }) });
    return result.ok
      ? succeed(sumOfMonths(result.value, 'bookings', found.firstMonth, found.endMonth))
      : result;
  };
  const base = await bookingsOf(plan);
  if (!base.ok) return base;
  const inputs = listInputs(plan);
  let hits = 0;
  for (const value of base.value) if (target !== undefined && value >= target) hits++;
  let answer: TornadoAnswer = {
    period,
    ...(target !== undefined && { target, chance: makeProbability(hits, trials) }),
    bookings: pairedMean(new Float64Array(trials), base.value),
    bars: [],
    inputs: inputs.length,
    trials,
    seed: plan.run.seed,
  };
  for (const { low, high, ...input } of inputs) {
    const atLow = await bookingsOf(low.plan);
    if (!atLow.ok) return atLow;
    const atHigh = await bookingsOf(high.plan);
    if (!atHigh.ok) return atHigh;
    const bar = {
      ...input,
      low: { label: low.label, ...pairedEffect(base.value, atLow.value, target) },
      high: { label: high.label, ...pairedEffect(base.value, atHigh.value, target) },
    };
    answer = { ...answer, bars: bySway([...answer.bars, bar], target === undefined ? 'bookings' : 'chance') };
    work.onBar?.(answer);
  }
  return succeed(answer);
}
