import { ATTAINMENT_BINS, ATTAINMENT_BIN_WIDTH } from '../sim/outcome';

/** Edges of a seat's attainment: nothing at all, 1/32 each, above. */
export const attainmentEdges: Float64Array = Float64Array.from({ length: ATTAINMENT_BINS + 1 }, (_, bin) =>
  bin === ATTAINMENT_BINS ? Infinity : Math.max(0, bin - 1) * ATTAINMENT_BIN_WIDTH,
);
