import { RAMP_COLOURS } from './mapColours';

/** A measure in classes: from the least, each with the values that it spans and how many units have such. */
export interface MeasureClasses {
  readonly classes: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Units whose value is not known, which is not zero. */
  readonly unknown: number;
  /** The class of each value; −1 where it is not known. */
  readonly classOf: Int16Array;
}

/**
 * Values in at most five classes of about as many units each (quantiles), since measures of territories are skewed and classes of equal
 * width would leave one in the top and all others at the bottom. Equal values are of one class. NaN is not known. Cost: a sort.
 */
export function classesOf(values: Float64Array): MeasureClasses {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  /** The least value of each class but the first. */
  const breaks: number[] = [];
  for (let part = 1; part < RAMP_COLOURS; part++) {
    const value = known[Math.floor((part * known.length) / RAMP_COLOURS)];
    if (value !== undefined && value > (breaks.at(-1) ?? known[0] ?? value)) breaks.push(value);
  }
  const counts = new Int32Array(breaks.length + 1);
  const least = new Float64Array(counts.length).fill(Infinity);
  const most = new Float64Array(counts.length).fill(-Infinity);
  const classOf = new Int16Array(values.length).fill(-1);
  values.forEach((value, unit) => {
    if (Number.isNaN(value)) return;
    const own = breaks.filter((each) => each <= value).length;
    classOf[unit] = own;
    counts[own] = (counts[own] ?? 0) + 1;
    least[own] = Math.min(least[own] ?? value, value);
    most[own] = Math.max(most[own] ?? value, value);
  });
  return {
    classes:
      known.length === 0
        ? []
        : Array.from(counts, (count, own) => ({ from: least[own] ?? 0, to: most[own] ?? 0, count })),
    unknown: values.length - known.length,
    classOf,
  };
}
