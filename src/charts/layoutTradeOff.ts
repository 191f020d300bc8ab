import { scaleLinear } from 'd3-scale';
import type { PlotBox } from './plotBox';
import { makeValueAxis, type Tick } from './valueAxis';

/** A split of the picture of moves against yield. */
export interface TradeOffPoint {
  readonly name: string;
  /** Share that it moves. */
  readonly moved: number;
  /** Bookings, or a chance. */
  readonly value: number;
  /** Half of the 95 % interval of the difference to where the moves are counted from. */
  readonly margin: number;
  /** Largest deviation, without its sign: what the mark is sized by. */
  readonly deviation: number;
  readonly beaten: boolean;
  /** Whether it is one of the plan's, and not made for the picture. */
  readonly kept: boolean;
}

export interface PlacedTradeOff {
  readonly point: TradeOffPoint;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Ends of the interval, upper first. */
  readonly high: number;
  readonly low: number;
  /** Where its name goes; absent where there is no room. */
  readonly label?: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' };
}

export interface TradeOffLayout {
  readonly points: readonly PlacedTradeOff[];
  /** Places of the points in the order of drawing: the beaten below the others, the plan's own on top. */
  readonly drawn: readonly number[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

const PIXELS_PER_TICK = 90;
/** Of the largest value: what the axis must at least span, and the room that is given where values do not. */
const LEAST_SPAN = 0.001;
const ROOM = 0.01;
const LEAST_RADIUS = 4;
const MOST_RADIUS = 13;
/** Of a name in small type: pixels a letter, and from one line to the next. */
const LETTER = 6.3;
const LINE = 14;
const GAP = 5;

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lays out splits by what they move, from zero along, and what they come to; the area of a mark is in proportion to its deviation. */
export function layoutTradeOff(points: readonly TradeOffPoint[], box: PlotBox): TradeOffLayout {
  const most = points.reduce((high, { moved }) => Math.max(high, moved), 0) || 0.1;
  const count = Math.max(2, Math.floor((box.right - box.left) / PIXELS_PER_TICK));
  const x = scaleLinear().domain([0, most]).nice(count).range([box.left, box.right]);
  const ends = points.flatMap(({ value, margin }) => [value - margin, value + margin]);
  const axis = makeValueAxis(ends.length > 0 ? widened(ends) : ends, box, { fromZero: false });
  const widest = points.reduce((high, { deviation }) => Math.max(high, deviation), 0) || 1;
  const marks = points.map((point) => ({
    point,
    x: x(point.moved),
    y: axis.scale(point.value),
    radius: Math.max(LEAST_RADIUS, MOST_RADIUS * Math.sqrt(point.deviation / widest)),
    high: axis.scale(point.value + point.margin),
    low: axis.scale(point.value - point.margin),
  }));
  const drawn = marks.map((_, place) => place);
  drawn.sort((a, b) => rankOf(marks[b]) - rankOf(marks[a]) || a - b);
  return {
    points: placeLabels(marks, box),
    drawn,
    xTicks: x.ticks(count).map((value) => ({ value, at: x(value) })),
    yTicks: axis.ticks,
  };
}

/** Values with some room about them where they are as good as equal: else ticks would differ by less than can be written. */
function widened(ends: readonly number[]): readonly number[] {
  const low = ends.reduce((least, each) => Math.min(least, each));
  const high = ends.reduce((most, each) => Math.max(most, each));
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (size === 0 || high - low >= LEAST_SPAN * size) return ends;
  // A chance ends at one.
  const top = size <= 1 ? Math.min(1, high + ROOM * size) : high + ROOM * size;
  return [...ends, low - ROOM * size, top];
}

/** Names beside their marks where nothing else is, the plan's own splits before others and those not beaten before the beaten. Cost: marks². */
function placeLabels(marks: readonly PlacedTradeOff[], box: PlotBox): PlacedTradeOff[] {
  const taken: Area[] = marks.map((each) => ({
    left: each.x - each.radius,
    right: each.x + each.radius,
    top: Math.min(each.high, each.y - each.radius),
    bottom: Math.max(each.low, each.y + each.radius),
  }));
  const places = marks.map((_, place) => place);
  places.sort((a, b) => rankOf(marks[a]) - rankOf(marks[b]) || a - b);
  const labels = new Map<number, NonNullable<PlacedTradeOff['label']>>();
  for (const place of places) {
    const mark = marks[place];
    if (!mark) continue;
    const width = LETTER * mark.point.name.length;
    const found = candidates(mark, width).find(
      ({ area }, side) =>
        area.left >= box.left &&
        area.right <= box.right &&
        area.top >= box.top - LINE / 2 &&
        area.bottom <= box.bottom + LINE / 2 &&
        // A name above or below may touch its own interval, never another's.
        !taken.some((other, owner) => (side < 2 || owner !== place) && overlap(area, other)),
    );
    if (!found) continue;
    taken.push(found.area);
    labels.set(place, found.label);
  }
  return marks.map((mark, place) => {
    const label = labels.get(place);
    return label ? { ...mark, label } : mark;
  });
}

/** The plan's own before others, and the beaten last. */
const rankOf = (mark: PlacedTradeOff | undefined): number =>
  mark?.point.kept ? 0 : mark?.point.beaten ? 2 : 1;

const overlap = (one: Area, other: Area): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** To the right, to the left, above, below. */
function candidates({ x, y, radius, high, low }: PlacedTradeOff, width: number) {
  const beside = { top: y - LINE / 2, bottom: y + LINE / 2 };
  const right = x + radius + GAP;
  const left = x - radius - GAP;
  const above = Math.min(high, y - radius) - GAP;
  const below = Math.max(low, y + radius) + LINE;
  const middle = { left: x - width / 2, right: x + width / 2 };
  return [
    {
      area: { left: right, right: right + width, ...beside },
      label: { x: right, y: y + 4, anchor: 'start' },
    },
    { area: { left: left - width, right: left, ...beside }, label: { x: left, y: y + 4, anchor: 'end' } },
    { area: { ...middle, top: above - LINE, bottom: above }, label: { x, y: above - 2, anchor: 'middle' } },
    { area: { ...middle, top: below - LINE, bottom: below }, label: { x, y: below - 2, anchor: 'middle' } },
  ] as const;
}
