import * as v from 'valibot';
import { aboveZeroUpTo, daysSpread, idOf, label, listOf, numberFrom, object, shareUpTo } from './planFields';
import { roleId, share } from './units';

/** Opportunities between effort and deal: see `Pipeline`. At a win rate of zero no pipeline would be full enough. */
export const pipelineSchema = object({
  winRate: v.pipe(aboveZeroUpTo(1), v.transform(share)),
  winRateBase: v.exactOptional(numberFrom(1, 1e9)),
  cycle: daysSpread,
  leaverKept: shareUpTo(1),
  opening: v.picklist(['steady', 'listed'], 'must be one of steady and listed'),
});

/** Where opportunities come from besides the sellers: see `PipelineSource`. */
export const sourcesSchema = v.pipe(
  listOf(
    object({
      name: label,
      share: shareUpTo(1),
      fedBy: v.exactOptional(object({ roleId: idOf(roleId), sellersPerHead: aboveZeroUpTo(5000) })),
    }),
    50,
  ),
  v.check(
    (list) => list.reduce((sum, source) => sum + source.share, 0) <= 1 + 1e-9,
    'must have shares of at most 1 (100 %) together',
  ),
);
