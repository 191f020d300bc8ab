import * as v from 'valibot';
import { MOST_ACCOUNTS, MOST_ARC_NUMBERS } from './accountBook';
import { idOf, label, listOf, numberFrom, object } from './planFields';
import { accountId } from './units';

const KINDS = 'must be us-states, us-counties, countries, regions or own';

/** Arcs and rings are checked as whole lists of numbers, since there may be very many of them. */
const wholeNumbers = v.pipe(
  v.array(v.number('must be a number'), 'must be a list'),
  v.check((list) => list.every(Number.isSafeInteger), 'must be whole numbers'),
);

const arcs = v.pipe(
  v.array(wholeNumbers, 'must be a list'),
  v.check(
    (list) => list.every((arc) => arc.length >= 4 && arc.length % 2 === 0),
    'must each have two corners or more, two numbers for each',
  ),
  v.check(
    (list) => list.reduce((sum, arc) => sum + arc.length, 0) <= MOST_ARC_NUMBERS,
    `must have at most ${MOST_ARC_NUMBERS.toLocaleString('en-US')} numbers together`,
  ),
);

const pair = (low: number, high: number) =>
  v.strictTuple([numberFrom(-high, high), numberFrom(low, high)], 'must be two numbers');

const layer = object({
  kind: v.picklist(['us-states', 'us-counties', 'countries'], KINDS),
});

const regions = object({
  kind: v.literal('regions'),
  country: v.pipe(
    v.string('must be a text'),
    v.regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capital letters'),
  ),
});

const shape = object({
  id: idOf(accountId),
  polygons: v.array(v.array(wholeNumbers, 'must be a list'), 'must be a list'),
});

const own = v.pipe(
  object({
    kind: v.literal('own'),
    name: label,
    scale: pair(-360, 360),
    translate: pair(-360, 360),
    arcs,
    shapes: listOf(shape, MOST_ACCOUNTS),
  }),
  v.forward(
    v.check(
      ({ arcs: list, shapes }) =>
        shapes.every(({ polygons }) =>
          polygons.every((rings) =>
            rings.every((ring) => ring.every((arc) => (arc < 0 ? ~arc : arc) < list.length)),
          ),
        ),
      'must name arcs that there are',
    ),
    ['shapes'],
  ),
  v.forward(
    v.check(
      ({ shapes }) =>
        shapes.reduce(
          (sum, { polygons }) => sum + polygons.flat().reduce((arcs, ring) => arcs + ring.length, 1),
          0,
        ) <= MOST_ARC_NUMBERS,
      `must name at most ${MOST_ARC_NUMBERS.toLocaleString('en-US')} arcs together`,
    ),
    ['shapes'],
  ),
);

/** Where a book's outlines come from: see `AreaSource`. */
export const areaSourceSchema = v.variant('kind', [layer, regions, own], KINDS);
