import * as v from 'valibot';
import { amount, daysFrom, idOf, label, listOf, object, shareUpTo } from './planFields';
import { opportunityId, seatId, stageId } from './units';

const stage = object({ id: idOf(stageId), name: label, winRate: shareUpTo(1) });

const opportunity = object({
  id: idOf(opportunityId),
  name: v.exactOptional(label),
  seatId: idOf(seatId),
  amount,
  ageDays: daysFrom(0, 36_500),
  probability: v.exactOptional(shareUpTo(1)),
  stageId: v.exactOptional(idOf(stageId)),
});

/** What was open at the plan’s start: see `OpenPipeline`. */
export const openPipelineSchema = object({
  stages: v.optional(listOf(stage, 100), []),
  opportunities: v.optional(listOf(opportunity, 50_000), []),
});
