import type { Units } from './units';

/** The nearest territories by squared distance less price, the nearest first, with their squared distances. */
export function chooseNearest(
  { count, x, y }: Units,
  centres: { readonly x: Float64Array; readonly y: Float64Array },
  prices: Float64Array,
  width: number,
  choices: Int32Array,
  costs: Float64Array,
): void {
  const k = prices.length;
  const power = new Float64Array(width);
  for (let unit = 0; unit < count; unit++) {
    const ux = x[unit] ?? 0;
    const uy = y[unit] ?? 0;
    const base = unit * width;
    let held = 0;
    for (let t = 0; t < k; t++) {
      const dx = ux - (centres.x[t] ?? 0);
      const dy = uy - (centres.y[t] ?? 0);
      const cost = dx * dx + dy * dy;
      const at = cost - (prices[t] ?? 0);
      if (held === width && at >= (power[width - 1] ?? 0)) continue;
      let place = held < width ? held++ : width - 1;
      for (; place > 0 && (power[place - 1] ?? 0) > at; place--) {
        power[place] = power[place - 1] ?? 0;
        choices[base + place] = choices[base + place - 1] ?? 0;
        costs[base + place] = costs[base + place - 1] ?? 0;
      }
      power[place] = at;
      choices[base + place] = t;
      costs[base + place] = cost;
    }
  }
}
