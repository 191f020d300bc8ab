import { addSeat, setLever, updateRole } from '../../../src/model/editPlan';
import type { Plan } from '../../../src/model/plan';
import type { Result } from '../../../src/model/problem';
import { makeStartUpSample } from '../../../src/model/samples';
import { isoDate, planId, seatId, share } from '../../../src/model/units';
import type { PlanSample } from '../../../src/stats/planSample';
import { sharedPeriods, type SharedPeriod } from '../../../src/decide/compare/sharedPeriods';
import type { SampledPlan } from '../../../src/decide/compare/comparePlans';
import { frozen } from '../../support/frozen';
import { inProcess } from '../../runner/runs';

/** The start-up's plan: twelve seats, a target, seed 1. */
export const before: Plan = frozen({ ...makeStartUpSample(), run: { seed: 1, trials: 2000 } });

/** The same with two hires more, and people who leave less. */
export const after: Plan = frozen(
  [1, 2].reduce(
    (plan, number): Plan =>
      addSeat(plan, {
        id: seatId(`more-${number}`),
        name: `Opening ${number + 5}`,
        roleId: plan.roles[0]!.id,
        occupant: { kind: 'planned', start: isoDate(`2027-0${number + 1}-01`) },
        backfill: true,
      }),
    updateRole({ ...before, id: planId('after'), name: 'Two hires more' }, before.roles[0]!.id, {
      annualAttrition: share(0.1),
    }),
  ),
);

/** And with another lever moved. */
export const bolder: Plan = frozen({ ...setLever(after, 'productivity', 1.1), id: planId('bolder') });

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.value;
}

const runner = inProcess();

const known = new WeakMap<Plan, Map<number, Promise<PlanSample>>>();

/** The plan's sample; asked for again, the same one. */
export function sampleOf(plan: Plan, trials = plan.run.trials): Promise<PlanSample> {
  const own = known.get(plan) ?? new Map<number, Promise<PlanSample>>();
  known.set(plan, own);
  const sample = own.get(trials) ?? runner.sample(plan, { trials }).then(valueOf);
  own.set(trials, sample);
  return sample;
}

export const sampled = async (plan: Plan, trials?: number): Promise<SampledPlan> => ({
  plan,
  sample: await sampleOf(plan, trials),
});

/** The period of that id that these plans share. */
export function periodOf(plans: readonly Plan[], id = 'FY2027'): SharedPeriod {
  const shared = sharedPeriods(plans.map(({ calendar }) => calendar)).find((period) => period.id === id);
  if (!shared) throw new Error(`the plans must share ${id}`);
  return shared;
}
