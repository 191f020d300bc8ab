import * as v from 'valibot';
import { empiricalSizesSchema } from './dealSizeSchema';
import {
  aboveZeroUpTo,
  amount,
  date,
  flag,
  idOf,
  label,
  listOf,
  MOST_DEALS,
  numberFrom,
  object,
  shareUpTo,
} from './planFields';
import { managerId, roleId, seatId, territoryId } from './units';

const history = object({
  dealsPerMonth: v.pipe(
    object({ shape: aboveZeroUpTo(1e9), rate: aboveZeroUpTo(1e9) }),
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

const occupant = v.variant(
  'kind',
  [
    object({ kind: v.literal('incumbent'), hired: date, history: v.exactOptional(history) }),
    object({ kind: v.literal('planned'), start: date }),
    object({
      kind: v.literal('transfer'),
      fromSeatId: idOf(seatId),
      date,
      rampKept: shareUpTo(1),
    }),
  ],
  'must be one of incumbent, planned and transfer',
);

const leave = v.pipe(
  object({ from: date, to: date, share: shareUpTo(1) }),
  v.forward(
    v.check(({ from, to }) => to > from, 'must be after from'),
    ['to'],
  ),
);

/** A seat and who is in it. */
export const seatSchema = object({
  id: idOf(seatId),
  name: label,
  roleId: idOf(roleId),
  managerId: v.exactOptional(idOf(managerId)),
  territoryId: v.exactOptional(idOf(territoryId)),
  occupant,
  backfill: v.optional(flag, true),
  closes: v.exactOptional(date),
  leaves: v.exactOptional(listOf(leave, 20)),
  potential: v.exactOptional(numberFrom(0, 10)),
  annualQuota: v.exactOptional(amount),
  home: v.exactOptional(
    object({
      lon: numberFrom(-180, 180),
      lat: numberFrom(-90, 90),
      postcode: v.exactOptional(label),
    }),
  ),
});
