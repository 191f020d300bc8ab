import type { PayStep } from '../../model/plan';

/** As many steps, as far up and as steep as `parsePlan` allows. */
export const MOST_PAY_STEPS = 20;
export const MOST_ATTAINMENT = 1000;
export const MOST_RATE = 100;

/** Two steps this close are one: a thousandth of the quota. */
const APART = 0.001;

/** From where to where a step may begin, between its neighbours; the first always begins at 0. */
export const stepBounds = (steps: readonly PayStep[], index: number): { min: number; max: number } => ({
  min: index === 0 ? 0 : (steps[index - 1]?.from ?? 0) + APART,
  max: index === 0 ? 0 : (steps[index + 1]?.from ?? MOST_ATTAINMENT + APART) - APART,
});

/** The steps with some figures of one replaced. */
export const changeStep = (
  steps: readonly PayStep[],
  index: number,
  figures: Partial<PayStep>,
): readonly PayStep[] => steps.map((step, at) => (at === index ? { ...step, ...figures } : step));

/** The steps with one more above the last: from half the quota higher on, at the same rate. */
export function addStep(steps: readonly PayStep[]): readonly PayStep[] {
  const { from = 0, rate = 1 } = steps.at(-1) ?? {};
  return [...steps, { from: steps.length === 0 ? 0 : Math.min(MOST_ATTAINMENT, from + 0.5), rate }];
}

/** Whether there is room for a step above the last. */
export const hasRoom = (steps: readonly PayStep[]): boolean =>
  steps.length < MOST_PAY_STEPS && (steps.at(-1)?.from ?? 0) < MOST_ATTAINMENT;

/** The steps without one; the rate of the step before it goes on. The first, from 0, stays. */
export const removeStep = (steps: readonly PayStep[], index: number): readonly PayStep[] =>
  index === 0 ? steps : steps.filter((_, at) => at !== index);
