const DEGREES = /^([NSEWnsew]?)\s*([+\-−]?)\s*(\d{1,9}(?:[.,]\d*)?|[.,]\d+)\s*[°º]?\s*([NSEWnsew]?)$/;
/** `40°42'46"N`, `40 42 46 N`, `40:42.77`: what cuts degrees from minutes may be their sign, a colon or a blank. */
const SEXAGESIMAL =
  /^([NSEWnsew]?)\s*([+\-−]?)\s*(\d{1,3})\s*[°º:\s]\s*(\d{1,2}(?:[.,]\d*)?)(?:\s*['′’:\s]\s*(\d{1,2}(?:[.,]\d*)?))?\s*(?:''|["″”'′’])?\s*([NSEWnsew]?)$/;

const numberOf = (digits: string) => Number(digits.replace(',', '.'));

/**
 * Degrees as exports write them: `40.71`, `40,71`, `-74.006`, `74.006° W`, `N 40.71`, or in minutes and seconds `40°42'46"N`;
 * undefined where the cell is none.
 */
export function parseDegrees(cell: string): number | undefined {
  const text = cell.trim();
  const plain = DEGREES.exec(text);
  if (plain !== null) {
    const [, before = '', sign = '', digits = '', after = ''] = plain;
    return signed(numberOf(digits), sign, before, after);
  }
  const parts = SEXAGESIMAL.exec(text);
  if (parts === null) return undefined;
  const [, before = '', sign = '', degrees = '', minutes = '', seconds = '0', after = ''] = parts;
  const [m, s] = [numberOf(minutes), numberOf(seconds)];
  return m >= 60 || s >= 60 ? undefined : signed(numberOf(degrees) + m / 60 + s / 3600, sign, before, after);
}

function signed(value: number, sign: string, before: string, after: string): number | undefined {
  if (before !== '' && after !== '') return undefined;
  const negative = (sign !== '' && sign !== '+') !== /[swSW]/.test(before + after);
  return negative && value !== 0 ? -value : value;
}
