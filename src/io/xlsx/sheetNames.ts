const LONGEST = 31;

/** Names that a workbook may have: none of `[]:*?/\`, 31 letters at the most, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    for (let count = 1; ; count++) {
      const mark = count === 1 ? '' : ` ${count}`;
      const unique = plain.slice(0, LONGEST - mark.length) + mark;
      if (taken.has(unique.toLowerCase())) continue;
      taken.add(unique.toLowerCase());
      return unique;
    }
  });
}
