import type { HireQuestion, Objective } from '../decide/solve/question';
import { planPeriods, targetOf, type Period } from '../model/calendar';
import { isSelling } from '../model/isSelling';
import type { Plan, Role } from '../model/plan';
import type { Money, PeriodId, RoleId } from '../model/units';

/** Most new people of a role where nothing was said: about a tenth of a large plan's seats, a handful of a small one's. */
const usualMost = (plan: Plan): number => Math.max(6, Math.min(20, Math.round(plan.seats.length / 10)));

/** Periods of the plan that have a target. */
export const targetedPeriods = (plan: Plan): Period[] =>
  planPeriods(plan.calendar).filter((period) => targetOf(plan, period) !== undefined);

/** What is asked for in Solve; kept while the plan is edited and other rooms are visited. */
export class SolveSettings {
  probability = $state(0.8);
  objective = $state<Objective>('cost');
  budget = $state<Money>();
  perMonth = $state(3);
  firstMonth = $state(0);
  #period = $state<PeriodId>();
  #most = $state.raw<ReadonlyMap<RoleId, number>>(new Map());

  /** The period asked about: the one chosen, else the plan's first year with a target, else its last quarter with one. */
  period(plan: Plan): Period | undefined {
    const all = targetedPeriods(plan);
    return all.find(({ id }) => id === this.#period) ?? all.find(({ kind }) => kind === 'year') ?? all.at(-1);
  }

  choosePeriod(id: PeriodId): void {
    this.#period = id;
  }

  /** Roles that may be hired for. */
  roles(plan: Plan): Role[] {
    return plan.roles.filter(isSelling);
  }

  most(plan: Plan, role: RoleId): number {
    return this.#most.get(role) ?? usualMost(plan);
  }

  setMost(role: RoleId, most: number): void {
    this.#most = new Map(this.#most).set(role, most);
  }

  /** The question as it stands; undefined where the plan has no target. Nobody who starts after the period counts. */
  question(plan: Plan): HireQuestion | undefined {
    const period = this.period(plan);
    return (
      period && {
        period: period.id,
        probability: this.probability,
        objective: this.objective,
        ...(this.budget !== undefined && { budget: this.budget }),
        roles: this.roles(plan).map(({ id }) => ({ roleId: id, most: this.most(plan, id) })),
        perMonth: this.perMonth,
        firstMonth: Math.min(this.firstMonth, plan.calendar.months - 1),
        lastMonth: period.endMonth - 1,
      }
    );
  }
}
