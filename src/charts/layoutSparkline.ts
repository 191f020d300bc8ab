import { line } from 'd3-shape';

/** The path of a line without axes over these values, from zero, in a picture of that size; empty without values. */
export function layoutSparkline(values: readonly number[], width: number, height: number): string {
  const high = values.reduce((most, value) => Math.max(most, value), 0) || 1;
  const step = width / Math.max(1, values.length - 1);
  const inset = 1;
  const draw = line<number>(
    (_, index) => index * step,
    (value) => height - inset - (value / high) * (height - 2 * inset),
  );
  return draw(values) ?? '';
}
