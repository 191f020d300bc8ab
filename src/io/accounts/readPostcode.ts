export interface ReadPostcode {
  /** As it is kept. */
  readonly text: string;
  /** Its five digits where it is one of the United States. */
  readonly zip?: string;
  /** Whether a spreadsheet had taken its leading zeros. */
  readonly mended: boolean;
}

const US = new Set(['us', 'usa', 'unitedstates', 'unitedstatesofamerica', 'pr', 'puertorico']);

/** Whether a cell has the shape of a US postcode that kept its zeros: `02138`, `02138-1234`. */
export const isWholeZip = (cell: string): boolean => /^\d{5}(-?\d{4})?$/.test(cell.trim());

/**
 * A postcode as exports write it. Of the United States (its country theirs, or blank in a column mostly of five digits) its
 * five digits are taken, put back where a spreadsheet had read them as a number: `2138`, `501.0`, `2138-1234`.
 */
export function readPostcode(cell: string, country: string, columnIsUs: boolean): ReadPostcode {
  const text = cell.trim().replace(/\.0+$/, '');
  const nation = country.toLowerCase().replace(/[^a-z]/g, '');
  const isUs = US.has(nation) || (nation === '' && columnIsUs);
  const match = isUs ? /^(\d{3,5})(?:\s*[-–]?\s*\d{4})?$/.exec(text) : null;
  const nine = isUs ? /^(\d{3,5})\d{4}$/.exec(text) : null;
  const digits = /[-–\s]/.test(text) || text.length <= 5 ? match?.[1] : nine?.[1];
  if (digits === undefined) return { text, mended: false };
  const zip = digits.padStart(5, '0');
  return { text: zip, zip, mended: zip !== digits };
}

const SHAPES: readonly (readonly [nation: string, shape: RegExp])[] = [
  ['Canada', /^[a-z]\d[a-z][\s-]?\d[a-z]\d$/i],
  ['the United Kingdom', /^[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}$/i],
  ['Ireland', /^[a-z]\d[\dw]\s?[a-z\d]{4}$/i],
  ['the Netherlands', /^\d{4}\s?[a-z]{2}$/i],
];

/** The country whose postcodes look like that, for a problem to name; undefined where it could be several. */
export const nationOfPostcode = (text: string): string | undefined =>
  SHAPES.find(([, shape]) => shape.test(text.trim()))?.[0];
