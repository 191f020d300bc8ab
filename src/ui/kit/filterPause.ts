/** How long a filter waits for the next key before a list of that many rows is laid out anew, in milliseconds. */
export const filterPause = (rows: number): number => (rows < 300 ? 0 : 150);
