import * as v from 'valibot';
import { empiricalSizesSchema } from './dealSizeSchema';
import { amount, date, idOf, label, MOST_DEALS, numberFrom, object } from './planFields';
import { managerId, roleId, seatId } from './units';

const aboveZero = v.pipe(numberFrom(0, 1e9), v.gtValue(0, 'must be above zero'));

const history = object({
  dealsPerMonth: v.pipe(
    object({ shape: aboveZero, rate: aboveZero }),
    v.forward(
      v.check(
        ({ shape, rate }) => !(shape / rate > MOST_DEALS),
        `must be at most 10,000 deals a month × rate`,
      ),
      ['shape'],
    ),
  ),
  dealSize: empiricalSizesSchema,
});

/** A seat and who is in it. */
export const seatSchema = object({
  id: idOf(seatId),
  name: label,
  roleId: idOf(roleId),
  managerId: v.exactOptional(idOf(managerId)),
  occupant: v.variant(
    'kind',
    [
      object({ kind: v.literal('incumbent'), hired: date, history: v.exactOptional(history) }),
      object({ kind: v.literal('planned'), start: date }),
    ],
    'must be one of incumbent and planned',
  ),
  backfill: v.optional(v.boolean('must be true or false'), true),
  potential: v.exactOptional(numberFrom(0, 10)),
  annualQuota: v.exactOptional(amount),
});
