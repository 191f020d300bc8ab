/** Gives the page a turn, to paint and to answer, in the midst of long work. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
