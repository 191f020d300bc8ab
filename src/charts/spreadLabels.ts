/**
 * Moves labels apart so that neighbours stand at least `gap` pixels from one another, inside
 * [top, bottom] as long as they fit, in their order and as near to where they belong as one sweep
 * down and one up allow. `wanted` ascends; so does the result.
 */
export function spreadLabels(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const places = [...wanted];
  let least = top;
  for (const [index, place] of places.entries()) {
    places[index] = Math.max(place, least);
    least = (places[index] ?? 0) + gap;
  }
  let most = Math.max(bottom, top + gap * (places.length - 1));
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index] ?? 0, most);
    most = (places[index] ?? 0) - gap;
  }
  return places;
}
