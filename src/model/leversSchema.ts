import * as v from 'valibot';
import { neutralLevers } from './defaults';
import { daysFrom, numberFrom, object } from './planFields';

const multiplier = v.optional(numberFrom(0, 5), 1);

/** Plan-wide adjustments: see `Levers`. */
export const leversSchema = object({
  productivity: multiplier,
  dealSize: multiplier,
  attrition: multiplier,
  ramp: multiplier,
  timeToFill: multiplier,
  startDelay: v.optional(daysFrom(-365, 730), neutralLevers.startDelay),
  target: multiplier,
});
