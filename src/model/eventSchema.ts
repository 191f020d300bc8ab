import * as v from 'valibot';
import { idOf, label, month, numberFrom, object, shareUpTo, wholeFrom } from './planFields';
import { eventId, regionId, roleId, territoryId } from './units';

const multiplier = v.exactOptional(numberFrom(0, 10));

const scope = v.variant(
  'kind',
  [
    object({ kind: v.literal('all') }),
    object({ kind: v.literal('role'), id: idOf(roleId) }),
    object({ kind: v.literal('region'), id: idOf(regionId) }),
    object({ kind: v.literal('territory'), id: idOf(territoryId) }),
  ],
  'must be one of all, role, region and territory',
);

/** An entry of the risk register: see `RiskEvent`. */
export const eventSchema = v.pipe(
  object({
    id: idOf(eventId),
    name: label,
    probability: shareUpTo(1),
    earliest: month,
    latest: month,
    months: wholeFrom(1, 60),
    scope: v.optional(scope, { kind: 'all' }),
    effects: object({
      intensity: multiplier,
      dealSize: multiplier,
      winRate: multiplier,
      attrition: multiplier,
      timeToFill: multiplier,
    }),
  }),
  v.forward(
    v.check(({ earliest, latest }) => latest >= earliest, 'must not be before earliest'),
    ['latest'],
  ),
);
