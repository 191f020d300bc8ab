import type { TornadoBar } from './runTornado';

/** What a bar is looked at by. */
export type TornadoMeasure = 'chance' | 'bookings';

/** How far the bar reaches from end to end, the plan as it is included. */
export function swayOf({ low, high }: Pick<TornadoBar, 'low' | 'high'>, measure: TornadoMeasure): number {
  const ends = [low[measure]?.mean ?? 0, high[measure]?.mean ?? 0, 0];
  return Math.max(...ends) - Math.min(...ends);
}

/** Bars in the order of how much they sway; of equals, by id. */
export const bySway = (bars: readonly TornadoBar[], measure: TornadoMeasure): TornadoBar[] =>
  [...bars].sort((a, b) => swayOf(b, measure) - swayOf(a, measure) || (a.id < b.id ? -1 : 1));
