/** The number of the trial whose value is nearest to that one, the earlier of equals. Throws where there are none. */
export function nearestTrial(values: Float64Array, value: number): number {
  if (values.length === 0) throw new Error('there must be a trial to be nearest, got none');
  let nearest = 0;
  let least = Infinity;
  values.forEach((each, trial) => {
    const distance = Math.abs(each - value);
    if (distance < least) {
      least = distance;
      nearest = trial;
    }
  });
  return nearest;
}
