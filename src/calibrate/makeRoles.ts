import { makeRole } from '../model/defaults';
import type { Role, TenureAttrition } from '../model/plan';
import { segmentDefaults } from '../model/segmentDefaults';
import { money, roleId, type Money, type Share } from '../model/units';
import { makeId } from './makeId';
import { posteriorOf, type DealRate } from './posterior';
import type { RoleGroup } from './roleGroups';
import { roundFigure } from './roundFigure';

export interface CalibratedRole {
  readonly group: RoleGroup;
  readonly role: Role;
  /** How the role's quota came about, in words. */
  readonly quotaRule: string;
}

/** Expected bookings of a year as a quota: raised by the segment's over-assignment, to two digits. */
const quotaFor = (perYear: number, overAssignment: number) =>
  money(roundFigure(perYear * (1 + overAssignment), 2));

/** A seller's annual quota where no column states one; see `makeCalibratedRole`. */
export const quotaOf = (rate: DealRate, meanDeal: Money, group: RoleGroup): Money =>
  quotaFor((12 * rate.shape * meanDeal) / rate.rate, segmentDefaults[group.segment].overAssignment.value);

/** What the history says of a role besides what its sellers sell. */
export interface RoleFindings {
  readonly prior: DealRate;
  readonly annualAttrition: Share;
  readonly attritionByTenure?: TenureAttrition | undefined;
  /** Whether the mean deal size is known no better than its sample tells. */
  readonly dealSizeUncertainty: boolean;
}

/**
 * A role of the sellers of a group. Productivity is the mean of their posterior deals per month times their mean
 * deal; its relative standard error is that of the deals per month (differences between sellers, and chance in their
 * counts), and sd ÷ √n ÷ mean of the sizes is `dealSizeCv`; where that is left out the two are taken together, so
 * that bookings are known as well either way. Skill varies as the prior does. Quota: the median of the column, else
 * expected bookings plus the segment's over-assignment. Ramp, time to fill, start slip and pay are the segment's
 * defaults.
 */
export function makeCalibratedRole(
  group: RoleGroup,
  { prior, annualAttrition, attritionByTenure, dealSizeUncertainty }: RoleFindings,
  taken: Set<string>,
): CalibratedRole {
  const { records, sizes, meanDeal, segment } = group;
  const rates = records.map((record) => posteriorOf(prior, record));
  const mean = rates.reduce((sum, { shape, rate }) => sum + shape / rate, 0) / rates.length;
  const months = records.reduce((sum, each) => sum + each.averageMonths, 0);
  const perMonth = mean * meanDeal;
  const quotas = records.flatMap(({ seller }) => seller.annualQuota ?? []).toSorted((a, b) => a - b);
  const { overAssignment } = segmentDefaults[segment];
  const stated = quotas[Math.floor(quotas.length / 2)];
  const annualQuota = stated ?? quotaFor(12 * perMonth, overAssignment.value);
  const rule =
    stated === undefined
      ? `expected bookings of a year plus ${Math.round(100 * overAssignment.value)} % over-assignment, to two digits`
      : 'the median of the quotas in the team table';
  const betweenSellers =
    (1 / prior.shape + 1 / Math.max(1e-9, mean * (months / records.length))) / records.length;
  const deals = sizes.counts.reduce((sum, count) => sum + count, 0);
  const ofSizes = squaredCv(sizes, meanDeal) / deals;
  const relativeError = (variance: number) => roundFigure(Math.min(5, Math.sqrt(variance)), 4);
  const role = makeRole(segment, {
    id: roleId(makeId('role', group.name, taken)),
    name: group.name,
    annualAttrition,
    ...(attritionByTenure === undefined ? {} : { attritionByTenure }),
    productivity: {
      perMonth: money(roundFigure(perMonth)),
      cv: relativeError(dealSizeUncertainty ? betweenSellers : betweenSellers + ofSizes),
    },
    dealSize: sizes,
    ...(dealSizeUncertainty ? { dealSizeCv: relativeError(ofSizes) } : {}),
    skillCv: roundFigure(Math.min(5, 1 / Math.sqrt(prior.shape)), 4),
    annualQuota,
  });
  return { group, role, quotaRule: `${group.name}: ${rule}.` };
}

function squaredCv({ amounts, counts }: RoleGroup['sizes'], mean: number): number {
  let squares = 0;
  let n = 0;
  amounts.forEach((amount, index) => {
    squares += (counts[index] ?? 0) * (amount - mean) ** 2;
    n += counts[index] ?? 0;
  });
  return n > 1 ? squares / (n - 1) / (mean * mean) : 1;
}
