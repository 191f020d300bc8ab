import type { Pipeline, Plan } from '../model/plan';
import { share } from '../model/units';
import { estimatePipeline, type PipelineEstimate } from './estimatePipeline';
import type { OpenFindings } from './listOpenPipeline';
import type { CalibratedRole } from './makeRoles';
import { roundFigure } from './roundFigure';
import type { Timeline } from './timeline';

/** Judgement, no published figure: half of a leaver's open opportunities are worked on by somebody else. */
const LEAVER_KEPT = share(0.5);

/**
 * The plan with the pipeline form: each role with the cycle and win rate of its own deals, where they are enough, else
 * of all. What closes from before the start is the list of open opportunities; in a role that has none of them (an
 * export of decided deals alone) it is as much as had always been created, for otherwise its first months would be
 * empty.
 */
export function addPipeline(
  plan: Plan,
  roles: readonly CalibratedRole[],
  { deals }: Timeline,
  all: PipelineEstimate,
  { openPipeline }: OpenFindings,
): Plan {
  const roleOf = new Map(plan.seats.map(({ id, roleId }) => [id, roleId]));
  const listed = new Set(openPipeline.opportunities.map(({ seatId }) => roleOf.get(seatId)));
  return {
    ...plan,
    openPipeline,
    roles: roles.map(({ role, group }) => {
      const names = new Set(group.records.map(({ seller }) => seller.name));
      const own = estimatePipeline(deals.filter(({ seller }) => names.has(seller ?? '')));
      const { cycle, winRate } = own ?? all;
      const pipeline: Pipeline = {
        winRate: share(roundFigure(winRate.rate)),
        winRateBase: winRate.closed,
        cycle,
        leaverKept: LEAVER_KEPT,
        opening: listed.has(role.id) ? 'listed' : 'steady',
      };
      return { ...role, pipeline };
    }),
  };
}
