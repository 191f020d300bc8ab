/**
 * Values rounded to multiples of `step` such that they add up to their rounded sum: each is rounded down, and the steps
 * left over go to those that lost most (largest remainder, Hamilton's method). So shares on a picture add up to what stands
 * beneath them.
 */
export function roundTogether(values: readonly number[], step: number): number[] {
  const steps = values.map((value) => value / step);
  const whole = steps.map(Math.floor);
  const total = Math.round(steps.reduce((sum, each) => sum + each, 0));
  const left = total - whole.reduce((sum, each) => sum + each, 0);
  const byLoss = steps.map((_, index) => index).sort((one, other) => remainder(other) - remainder(one));
  const raised = new Set(byLoss.slice(0, Math.max(0, left)));
  return whole.map((each, index) => (each + (raised.has(index) ? 1 : 0)) * step);

  function remainder(index: number): number {
    return (steps[index] ?? 0) - (whole[index] ?? 0);
  }
}
