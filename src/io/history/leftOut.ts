import { readDate } from './dates';

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** The first dozen of a table's headings in quotation marks. */
export function listHeadings(headings: readonly string[]): string {
  const list = headings.slice(0, 12).map((heading) => `“${heading.slice(0, 40)}”`);
  return list.join(', ') + (headings.length > 12 ? ` and ${headings.length - 12} more` : '');
}

/** Why a table is not used, in a sentence: the roles that its columns lack (`missing`), or that it is none of ours. */
export function reasonToLeaveOut(
  headings: readonly string[],
  missing: readonly string[],
  delimiter: string,
): string {
  const list = listHeadings(headings);
  if (missing.length > 0)
    return `a table of opportunities must have a column for ${missing.join(' and for ')}, got the headings ${list}`;
  const looksLikeData = headings.some(
    (heading) => !['unreadable', 'blank'].includes(readDate(heading).kind) || /^[\d.,$€£]+$/.test(heading),
  );
  const hint = looksLikeData ? '; its first row looks like data: put a row of headings above it' : '';
  const cut = DELIMITER_NAMES[delimiter] ?? delimiter;
  return `a table must be one of opportunities, sellers or products, got the headings ${list} (cut by ${cut})${hint}`;
}
