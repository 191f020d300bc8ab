/** Degrees as exports write them: `40.71`, `40,71`, `-74.006`, `74.006° W`; undefined where the cell is none. */
export function parseDegrees(cell: string): number | undefined {
  const match = /^([+\-−]?)\s*(\d{1,9}(?:[.,]\d*)?|[.,]\d+)\s*°?\s*([NSEWnsew]?)$/.exec(cell.trim());
  if (match === null) return undefined;
  const [, sign = '', digits = '', side = ''] = match;
  const negative = (sign !== '' && sign !== '+') !== /[swSW]/.test(side);
  const value = Number(digits.replace(',', '.'));
  return negative && value !== 0 ? -value : value;
}
