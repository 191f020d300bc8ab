import { isSheetError } from '../sheetError';

/**
 * A heading without what exports do to it: case, spaces and signs, a custom field's `__c`, a warehouse's
 * `property_`. `Deal - Won time`, `dealWonTime` and `deal_won_time` are one.
 */
export function foldHeading(heading: string): string {
  const folded = heading
    .replace(/__c$/i, '')
    .replace(/^property_/i, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return folded === '' ? heading.trim().toLowerCase() : folded;
}

/** A name without case, spaces and signs, by which spellings of one name are joined: `GTXPro` and `GTX Pro`. */
export function foldName(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return folded === '' ? name.trim().toLowerCase() : folded;
}

const BLANKS = new Set(['', 'none', 'null', 'n/a', 'na', 'nan', 'nil', '-', '–', '—', '(blank)', '\\n']);

const LONGEST_BLANK = Math.max(...[...BLANKS].map((blank) => blank.length));

/**
 * Whether a cell says nothing: empty, one of the words that programs write for nothing (`None`, `N/A`), or the error of a formula, which whoever
 * reads a table reports before.
 */
export function isBlank(cell: string): boolean {
  const text = cell.trim();
  return (
    text === '' || (text.length <= LONGEST_BLANK && BLANKS.has(text.toLowerCase())) || isSheetError(text)
  );
}
