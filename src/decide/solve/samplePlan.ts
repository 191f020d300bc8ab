import type { Period } from '../../model/calendar';
import type { Plan } from '../../model/plan';
import type { Result } from '../../model/problem';
import type { Runner } from '../../runner/runner';
import { trialFigures, type TrialFigures } from './trialFigures';

/** Carries a refused sample's problems out of a search, to be handed back as a value. */
export class SampleRefused extends Error {
  constructor(readonly result: Result<never>) {
    super('a sample was refused');
  }
}

/** What a plan comes to by trial; throws `SampleRefused` where it cannot be sampled or the work was given up. */
export async function samplePlan(
  plan: Plan,
  period: Period,
  trials: number,
  { sample, signal }: { readonly sample: Runner['sample']; readonly signal?: AbortSignal },
): Promise<TrialFigures> {
  const result = await sample(plan, { trials, ...(signal && { signal }) });
  if (!result.ok) throw new SampleRefused(result);
  return trialFigures(result.value, period);
}
