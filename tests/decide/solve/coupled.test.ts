import { expect, test } from 'vitest';
import { addHires } from '../../../src/decide/solve/addHires';
import { solveHires } from '../../../src/decide/solve/solveHires';
import { hitsOf, trialFigures } from '../../../src/decide/solve/trialFigures';
import { planPeriods } from '../../../src/model/calendar';
import type { Plan } from '../../../src/model/plan';
import { money, territoryId } from '../../../src/model/units';
import { inProcess } from '../../runner/runs';
import { smallCompany, smallQuestion } from './smallCompany';

const { sample } = inProcess();

/** Three people who work one territory that four could cover: whoever joins sells less than alone. */
const crowded = (): Plan => {
  const plan = smallCompany();
  const territory = { id: territoryId('all'), name: 'All', potential: money(2_700_000), workload: 4800 };
  return {
    ...plan,
    run: { seed: 3, trials: 4000 },
    territories: [territory],
    coverage: { curvature: 2, territoryShockSd: 0.1 },
    seats: plan.seats.map((seat) => ({ ...seat, territoryId: territory.id })),
  };
};

test('where seats affect one another, the answer says so, and its chance is that of the whole plan', async () => {
  const plan = crowded();
  const { roles, ...rest } = smallQuestion(0.6);
  const question = { ...rest, roles: roles.slice(1), perMonth: 2, lastMonth: 0 };
  const result = await solveHires(plan, question, { sample, pause: () => Promise.resolve() });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  const { additive, chosen, best, target } = result.value;
  expect(additive).toBe(false);
  const shown = chosen ?? best;
  expect(shown.count).toBeGreaterThan(0);
  const opened = addHires(plan, shown.hires);
  expect(opened.seats.slice(plan.seats.length).every(({ territoryId: id }) => id === 'all')).toBe(true);
  const whole = await sample(opened, { trials: 4000 });
  const year = planPeriods(plan.calendar).find(({ kind }) => kind === 'year');
  if (!whole.ok || !year) throw new Error('the plan must be sampled');
  expect(shown.chance.value).toBe(hitsOf(trialFigures(whole.value, year).bookings, target) / 4000);
  if (chosen) expect(chosen.least).toBeGreaterThanOrEqual(0.6);
});
