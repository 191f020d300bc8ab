/** What comes of many things in a row, made in slices of some milliseconds with a pause after each. */
export async function inSlices<Thing, Row>(
  things: readonly Thing[],
  atOnce: number,
  make: (slice: readonly Thing[]) => readonly Row[],
  pause: () => Promise<void>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let first = 0; first < things.length; first += atOnce) {
    rows.push(...make(things.slice(first, first + atOnce)));
    await pause();
  }
  return rows;
}
