/** First element of a packed list; zero and above is an object of that shape. */
export const PACKED = { list: -1, columns: -2, differences: -3, hundredths: -4 } as const;
