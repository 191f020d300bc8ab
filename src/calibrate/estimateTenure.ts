import type { TenureAttrition } from '../model/plan';
import type { Share } from '../model/units';
import { kaplanMeier, type SeenStay } from './kaplanMeier';
import type { TenureReport } from './report';
import type { RoleGroup } from './roleGroups';
import type { SeenSeller } from './sellerRecords';
import { tenureCurve } from './tenureCurve';
import { tenureStays } from './tenureStays';
import type { Timeline } from './timeline';

/** Leavers of known tenure from which on a curve tells more than one rate for all tenures. */
export const LEAST_LEAVERS = 10;

export interface TenureFindings {
  readonly report: TenureReport;
  /** Of the roles that have one, by name of the group. */
  readonly curves: ReadonlyMap<string, TenureAttrition>;
}

const countLeavers = (stays: readonly SeenStay[]) =>
  stays.filter(({ entry, exit, left }) => left && exit > entry).length;

/**
 * How leaving depends on tenure. A role with ten leavers of known tenure has the curve of its own sellers; another one
 * that of all sellers, if those are ten; else none, and the annual attrition holds at every tenure. It also holds beyond
 * a curve's last point.
 */
export function estimateTenure(
  groups: readonly RoleGroup[],
  records: readonly SeenSeller[],
  timeline: Timeline,
  annual: Share,
): TenureFindings {
  const all = tenureStays(records, timeline);
  const leavers = countLeavers(all);
  const points = kaplanMeier(all);
  const common = leavers >= LEAST_LEAVERS ? tenureCurve(points, annual) : undefined;
  const own = new Map<string, TenureAttrition>();
  const curves = new Map<string, TenureAttrition>();
  for (const { name, records: members } of groups) {
    const stays = tenureStays(members, timeline);
    const curve =
      groups.length > 1 && countLeavers(stays) >= LEAST_LEAVERS
        ? tenureCurve(kaplanMeier(stays), annual)
        : undefined;
    if (curve !== undefined) own.set(name, curve);
    const used = curve ?? common;
    if (used !== undefined) curves.set(name, used);
  }
  const unknown = records.length - all.length;
  return {
    report: { leavers, unknown, points, rule: rule(leavers, curves.size > 0, [...own.keys()]) },
    curves,
  };
}

function rule(leavers: number, hasCurve: boolean, own: readonly string[]): string {
  const seen = `${leavers} ${leavers === 1 ? 'seller' : 'sellers'} of known tenure left`;
  if (!hasCurve)
    return `One annual rate at every tenure: ${seen}; a curve needs ${LEAST_LEAVERS}, and five people there at the same tenure.`;
  const whose =
    own.length === 0
      ? ''
      : ` ${own.join(', ')} ${own.length === 1 ? 'has a curve of its' : 'have curves of their'} own.`;
  return `By tenure, as the Kaplan–Meier curve of the history has it: ${seen}, and ${LEAST_LEAVERS} are enough. Beyond its last point the annual rate holds.${whose}`;
}
