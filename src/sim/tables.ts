import { log } from './kernel/elementary';
import { normalQuantile } from './normalQuantile';
import { makeQuantileTable, type QuantileTable } from './quantileTable';

/** The standard normal and the exponential of mean one: what every plan draws from. */
export const normalTable: QuantileTable = makeQuantileTable((p, upper) =>
  upper ? -normalQuantile(p) : normalQuantile(p),
);
export const exponentialTable: QuantileTable = makeQuantileTable(
  (p, upper) => (upper ? -log(p) : -log(1 - p)),
  1,
);
