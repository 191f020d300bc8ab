export interface ReadPostcode {
  /** As it is kept. */
  readonly text: string;
  /** Its five digits where it is one of the United States. */
  readonly zip?: string;
  /** Whether a spreadsheet had taken its leading zeros. */
  readonly mended: boolean;
}

const US = new Set(['', 'us', 'usa', 'unitedstates', 'unitedstatesofamerica', 'pr', 'puertorico']);

/** Whether a cell has the shape of a US postcode that kept its zeros: `02138`, `02138-1234`. */
export const isWholeZip = (cell: string): boolean => /^\d{5}(-?\d{4})?$/.test(cell.trim());

/**
 * A postcode as exports write it. Of the United States (`country` blank or theirs, the column mostly of five digits) its five
 * digits are taken, put back where a spreadsheet had read them as a number: `2138`, `501.0`, `2138-1234`.
 */
export function readPostcode(cell: string, country: string, columnIsUs: boolean): ReadPostcode {
  const text = cell.trim().replace(/\.0+$/, '');
  const isUs = columnIsUs && US.has(country.toLowerCase().replace(/[^a-z]/g, ''));
  const match = isUs ? /^(\d{3,5})(?:-?\d{4})?$/.exec(text) : null;
  const nine = isUs ? /^(\d{3,5})\d{4}$/.exec(text) : null;
  const digits = text.includes('-') || text.length <= 5 ? match?.[1] : nine?.[1];
  if (digits === undefined) return { text, mended: false };
  const zip = digits.padStart(5, '0');
  return { text: zip, zip, mended: zip !== digits };
}
