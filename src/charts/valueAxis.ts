import { scaleLinear } from 'd3-scale';
import type { PlotBox } from './plotBox';

export interface Tick {
  readonly value: number;
  /** Pixels. */
  readonly at: number;
}

export interface ValueAxis {
  readonly scale: (value: number) => number;
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
}

export interface ValueAxisOptions {
  /** Whether the axis must show zero, as it must where bars start. */
  readonly fromZero: boolean;
  /** Counts: no tick between whole numbers. */
  readonly integer?: boolean;
}

const PIXELS_PER_TICK = 56;

/** A vertical axis over these values, with round ends and ticks inside them. Values that are no numbers are passed over. */
export function makeValueAxis(values: Iterable<number>, box: PlotBox, options: ValueAxisOptions): ValueAxis {
  let low = options.fromZero ? 0 : Infinity;
  let high = options.fromZero ? 0 : -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) [low, high] = [0, 1];
  if (low === high) [low, high] = options.fromZero ? [low, low + 1] : [low - 1, high + 1];
  const wanted = Math.max(2, Math.floor((box.bottom - box.top) / PIXELS_PER_TICK));
  const scale = scaleLinear().domain([low, high]).nice(wanted).range([box.bottom, box.top]);
  const [start = 0, end = 1] = scale.domain();
  const ticks = scale.ticks(wanted).filter((value) => !options.integer || Number.isInteger(value));
  return {
    scale: (value) => scale(value),
    domain: [start, end],
    ticks: ticks.map((value) => ({ value, at: scale(value) })),
  };
}
