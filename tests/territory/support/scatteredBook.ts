import { seededDraws } from '../../../src/model/seededDraws';
import { joinPoints } from '../../../src/territory/joinPoints';
import type { Split, Units } from '../../../src/territory/units';

export interface ScatteredBook {
  readonly units: Units;
  /** As even as dealing makes it before the growth, each territory all over the map. */
  readonly split: Split;
}

/**
 * Accounts all over a square of 1,000 km, their weights a thousandfold apart, dealt to territories wherever they lie; then each
 * territory has grown by up to `growth` either way.
 */
export function scatteredBook(
  count: number,
  territories: number,
  growth: number,
  seed: number,
): ScatteredBook {
  const draw = seededDraws(seed);
  const x = Float64Array.from({ length: count }, () => 1000 * draw());
  const y = Float64Array.from({ length: count }, () => 1000 * draw());
  const weight = Float64Array.from({ length: count }, () => Math.round(10 * 1000 ** draw()));
  const split = new Int32Array(count);
  const loads = new Float64Array(territories);
  const heaviest = [...weight.keys()].sort((a, b) => weight[b]! - weight[a]!);
  for (const unit of heaviest) {
    const least = loads.indexOf(Math.min(...loads));
    split[unit] = least;
    loads[least]! += weight[unit]!;
  }
  const grown = Float64Array.from({ length: territories }, () => 1 + growth * (2 * draw() - 1));
  return {
    units: {
      count,
      x,
      y,
      weight: weight.map((own, unit) => own * grown[split[unit]!]!),
      graph: joinPoints(x, y),
    },
    split,
  };
}
