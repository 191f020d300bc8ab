/** Trials, by their numbers, in rising order. */
export interface OuterTenths {
  readonly worst: Uint32Array;
  readonly best: Uint32Array;
}

/** The tenth of trials (one at least) with the lowest and with the highest values; of equal ones at the limit the earlier trials. Cost n log n. */
export function outerTenths(values: Float64Array): OuterTenths {
  const size = Math.min(values.length, Math.max(1, Math.floor(values.length / 10)));
  const sorted = values.slice().sort();
  const least = sorted[size - 1] ?? 0;
  const most = sorted[sorted.length - size] ?? 0;
  return {
    worst: pick(values, size, least, (value) => value < least),
    best: pick(values, size, most, (value) => value > most),
  };
}

function pick(
  values: Float64Array,
  size: number,
  limit: number,
  beyond: (value: number) => boolean,
): Uint32Array {
  let ties = size;
  for (const value of values) if (beyond(value)) ties--;
  const picked = new Uint32Array(size);
  let count = 0;
  values.forEach((value, trial) => {
    if (beyond(value) || (value === limit && ties-- > 0)) picked[count++] = trial;
  });
  return picked;
}
