import fc from 'fast-check';
import type { AreaSource } from '../../src/model/accountBook';
import { accountId } from '../../src/model/units';
import { label, number } from './arbitraries';

const whole = fc.integer({ min: -1e5, max: 1e5 });
const arc = fc
  .array(fc.tuple(whole, whole), { minLength: 2, maxLength: 5 })
  .map((corners) => corners.flatMap(([x, y]) => [x, y]));

/** A layer, or a few regions of one's own whose rings name arcs that there are. */
export const areasArbitrary: fc.Arbitrary<AreaSource> = fc.oneof(
  fc.record({ kind: fc.constantFrom('us-states' as const, 'us-counties' as const, 'countries' as const) }),
  fc.record({ kind: fc.constant('regions' as const), country: fc.constantFrom('DE', 'FR') }),
  fc.array(arc, { minLength: 1, maxLength: 4 }).chain((arcs) => {
    const ring = fc.array(fc.integer({ min: -arcs.length, max: arcs.length - 1 }), {
      minLength: 1,
      maxLength: 3,
    });
    return fc.record({
      kind: fc.constant('own' as const),
      name: label,
      scale: fc.tuple(number(0, 1), number(0, 1)),
      translate: fc.tuple(number(-180, 180), number(-90, 90)),
      arcs: fc.constant(arcs),
      shapes: fc.array(
        fc.record({
          id: label.map(accountId),
          polygons: fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
        }),
        { maxLength: 3 },
      ),
    });
  }),
);
