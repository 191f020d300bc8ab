/** Items that are named one by one. */
const MOST_NAMED = 3;

/** Whose assumption it is: `Ann`, `Ann, Bob and Cid`, `Ann, Bob and 22 more`. */
export function itemWords(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  const named = names.length <= MOST_NAMED ? names.slice(0, -1) : names.slice(0, MOST_NAMED - 1);
  const rest = names.length <= MOST_NAMED ? names.at(-1) : `${names.length - named.length} more`;
  return `${named.join(', ')} and ${rest}`;
}
