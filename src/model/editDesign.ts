import { withAmount } from './editList';
import { patched, type Patch } from './patch';
import type { Coverage, Management, Plan, QuotaPolicy } from './plan';
import type { Money, PeriodId, Share } from './units';

/** The plan with some figures of how bookings answer to effort replaced. */
export const setCoverage = (plan: Plan, coverage: Partial<Coverage>): Plan => ({
  ...plan,
  coverage: { ...plan.coverage, ...coverage },
});

/** The plan with some figures of what managers are worth replaced; undefined takes the span's limit away. */
export const setManagement = (plan: Plan, management: Patch<Management>): Plan => ({
  ...plan,
  management: patched(plan.management, management),
});

/** The plan with some of its quota policy replaced. */
export const setQuotaPolicy = (plan: Plan, quota: Partial<QuotaPolicy>): Plan => ({
  ...plan,
  quota: { ...plan.quota, ...quota },
});

/** The plan with the over-assignment of some layers replaced. */
export const setOverAssignment = (plan: Plan, layers: Partial<QuotaPolicy['overAssignment']>): Plan =>
  setQuotaPolicy(plan, { overAssignment: { ...plan.quota.overAssignment, ...layers } });

/** The plan with that fiscal year's budget set, or taken away by undefined. */
export const setBudget = (plan: Plan, year: PeriodId, amount: Money | undefined): Plan => ({
  ...plan,
  budgets: withAmount(plan.budgets, year, amount),
});

/** The plan with another gross margin. */
export const setGrossMargin = (plan: Plan, grossMargin: Share): Plan => ({ ...plan, grossMargin });
