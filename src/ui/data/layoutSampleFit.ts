import type { SampleReport } from '../../calibrate/report';
import type { PlotBox } from '../../charts/plotBox';
import { makeValueAxis, type Tick, type ValueAxis } from '../../charts/valueAxis';

export interface FitBar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

export interface FitCurve {
  readonly family: 'lognormal' | 'gamma';
  /** An SVG path through the cases expected at the middle of each bin. */
  readonly path: string;
  /** Where its name stands: over its highest point, turned away from the other curve. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };
}

export interface SampleFitLayout {
  readonly bars: readonly FitBar[];
  readonly curves: readonly FitCurve[];
  readonly xTicks: readonly Tick[];
  readonly y: ValueAxis;
  /** Pixels of a value on the logarithmic axis. */
  readonly x: (value: number) => number;
}

/** The least distance between ticks of the logarithmic axis, in pixels. */
const TICK_DISTANCE = 44;
/** Between a curve and its name, in pixels. */
const LABEL_GAP = 8;

/** A sample's histogram on a logarithmic axis with its fits drawn over it; counts start at zero. */
export function layoutSampleFit(sample: SampleReport, box: PlotBox): SampleFitLayout {
  const { edges, counts } = sample.histogram;
  const low = Math.log(edges[0] ?? 1);
  const high = Math.log(edges.at(-1) ?? Math.E);
  const scale = (box.right - box.left) / (high - low || 1);
  const x = (value: number) => box.left + (Math.log(value) - low) * scale;
  const y = makeValueAxis([...counts, ...sample.fits.flatMap((fit) => fit.expected)], box, {
    fromZero: true,
    integer: true,
  });
  const bars = counts.map((count, index): FitBar => {
    const from = edges[index] ?? 1;
    const to = edges[index + 1] ?? from;
    const top = y.scale(count);
    return { from, to, count, x: x(from), width: x(to) - x(from), y: top, height: box.bottom - top };
  });
  const peaks = sample.fits.map(({ expected }) => {
    const at = expected.reduce((best, value, index) => (value > (expected[best] ?? 0) ? index : best), 0);
    const bar = bars[at];
    return { x: bar ? bar.x + bar.width / 2 : box.left, y: y.scale(expected[at] ?? 0) - LABEL_GAP };
  });
  const curves = sample.fits.map(({ family, expected }, index): FitCurve => {
    const points = bars.map(
      (bar, place) => `${round(bar.x + bar.width / 2)},${round(y.scale(expected[place] ?? 0))}`,
    );
    const peak = peaks[index] ?? { x: box.left, y: box.top };
    const leftmost = peaks.length > 1 && peaks.every((other) => other === peak || other.x > peak.x);
    return {
      family,
      path: points.length > 0 ? `M${points.join('L')}` : '',
      label: { ...peak, anchor: leftmost ? 'end' : 'start' },
    };
  });
  return { bars, curves, xTicks: logTicks(Math.exp(low), Math.exp(high), x), y, x };
}

const round = (pixels: number) => Math.round(pixels * 100) / 100;

/** Ones, twos and fives of each power of ten, as many as have room; the ones have precedence. */
function logTicks(low: number, high: number, x: (value: number) => number): Tick[] {
  const ticks: Tick[] = [];
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    powers.push(power);
  for (const step of [1, 3, 2, 5])
    for (const power of powers) {
      const value = step * 10 ** power;
      const at = x(value);
      const free = ticks.every((tick) => Math.abs(tick.at - at) >= TICK_DISTANCE);
      if (value >= low * 0.999 && value <= high * 1.001 && free) ticks.push({ value, at });
    }
  return ticks.sort((a, b) => a.value - b.value);
}
