/**
 * Outlines of areas, flat, in km on the map. Those of unit `u` are the rings from `shapeStart[u]` to `shapeStart[u + 1]`; ring
 * `r` has the corners from `ringStart[r]` to `ringStart[r + 1]` and closes by itself: its last corner is not its first again.
 * Holes are rings of the same unit: what lies inside is said by the even–odd rule.
 */
export interface Rings {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly ringStart: Int32Array;
  readonly shapeStart: Int32Array;
}
