import type { Graph } from './graph';

/**
 * What is split into territories: areas or points. Coordinates are km on an equal-area projection; `weight` is the
 * measure that is balanced, never negative.
 */
export interface Units {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
  readonly graph: Graph;
  /** Square km and km of the whole outline, of areas alone. */
  readonly area?: Float64Array;
  readonly perimeter?: Float64Array;
}

/** Each unit's territory, from 0 on; −1 for none. */
export type Split = Int32Array;
