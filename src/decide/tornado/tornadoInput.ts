import { isSelling } from '../../model/isSelling';
import type { Levers, Plan, Role } from '../../model/plan';

/** One end of an input: the plan with the input there, and how that is said. */
export interface InputEnd {
  readonly label: string;
  readonly plan: Plan;
}

/** An uncertain input at its low and at its high, everything else as it is. */
export interface TornadoInput {
  readonly id: string;
  readonly name: string;
  readonly low: InputEnd;
  readonly high: InputEnd;
  /** Where its ends come from. */
  readonly basis: string;
  /** The lever that moves it, where there is one. */
  readonly lever?: keyof Levers | 'market';
  /** Where it is edited. */
  readonly place: 'roles' | 'risks' | 'levers';
}

/** How far an input goes that the plan states no uncertainty of: judgement. */
export const DEFAULT_SPREAD = {
  productivity: 0.1,
  dealSize: 0.1,
  winRate: 0.1,
  attrition: 0.25,
  ramp: 0.25,
  market: 0.5,
};

/** Roles that sell. */
export const sellers = (plan: Plan) => plan.roles.filter(isSelling);

/** The plan with every role that sells changed. */
export const withRoles = (plan: Plan, change: (role: Role) => Role): Plan => ({
  ...plan,
  roles: plan.roles.map((role) => (isSelling(role) ? change(role) : role)),
});
