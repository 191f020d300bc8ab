/**
 * Outlines of areas in degrees, as the borders that they are made of (arcs, as TopoJSON has them): a border that two areas
 * share is one arc, so that who touches whom is a fact and no estimate. All lists are flat: corners of arc `a` are those
 * from `arcStart[a]` to `arcStart[a + 1]`, arcs of ring `r` those from `ringStart[r]`, rings of area `s` those from `shapeStart[s]`.
 */
export interface AreaLayer {
  /** FIPS codes, ISO codes, or a region's own, by area. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly arcStart: Int32Array;
  /** An arc's number; its complement (`~arc`) where the ring takes it from its end to its start. */
  readonly ringArcs: Int32Array;
  readonly ringStart: Int32Array;
  /** 1 for a hole, which belongs to the ring before it that is none. */
  readonly holes: Uint8Array;
  readonly shapeStart: Int32Array;
}

/** The number of an arc as a ring names it. */
export const arcNumber = (arc: number): number => (arc < 0 ? ~arc : arc);
