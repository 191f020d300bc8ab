import { isBlank } from './folding';

/** The sign between whole units and cents. */
export type DecimalSign = '.' | ',';

export type ParsedAmount =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'amount';
      readonly value: number;
      /** Signs that were passed over. */ readonly stray?: string;
    }
  | { readonly kind: 'unreadable' };

const NUMBER_SIGNS = /[\d.,'’\s]/;

/**
 * The decimal sign of a column of amounts: a comma only where some amount can be read no other way
 * (`1 234,56`, `1.234,56`) and more of them than those that need the point.
 */
export function decideDecimalSign(cells: Iterable<string>): DecimalSign {
  let comma = 0;
  let point = 0;
  for (const cell of cells) {
    const digits = cell.replace(/[^\d.,]/g, '');
    if (/^\d+(\.\d{3})*,(\d{1,2}|\d{4,})$/.test(digits) || /^\d{1,3}(\.\d{3}){2,}$/.test(digits)) comma++;
    else if (/^\d+(,\d{3})*\.(\d{1,2}|\d{4,})$/.test(digits) || /^\d{1,3}(,\d{3}){2,}$/.test(digits)) point++;
  }
  return comma > point ? ',' : '.';
}

/**
 * An amount as exports write it: currency signs and codes, blanks within and around, thousands by comma,
 * point, blank or apostrophe, negatives by minus or in brackets, `k` and `M`. Other letters are passed over
 * and named in `stray` (`3956.65x`). Words for nothing are blank, which is not 0.
 */
export function parseAmount(cell: string, decimal: DecimalSign = '.'): ParsedAmount {
  if (isBlank(cell)) return { kind: 'blank' };
  const text = cell.trim();
  const scaled = /\d\s*([kKmM])$/.exec(text.replace(/[)\s]+$/, ''))?.[1]?.toLowerCase();
  const scale = scaled === 'k' ? 1e3 : scaled === 'm' ? 1e6 : 1;
  const negative = /^\(.*\)$/.test(text) || /^[^\d]*[-−]/.test(text) || /\d\s*-$/.test(text);
  let body = text.replace(/[()$€£¥₹₽₩]/g, '').trim();
  if (scaled !== undefined) body = body.replace(/\s*[kKmM]$/, '');
  body = body.replace(/^([A-Z]{1,3}\s?)?[+−-]?\s?(?=[\d.,])|(?<=\d)\s?[A-Z]{3}$|\s?-$/g, '');
  // Signs between digits make a date, a range or a code, not an amount.
  if (/\d[^\d.,'’\s]+\d/.test(body)) return { kind: 'unreadable' };
  let kept = '';
  let stray = '';
  for (const sign of body) {
    if (NUMBER_SIGNS.test(sign)) kept += sign;
    else stray += sign;
  }
  kept = kept.replace(/['’\s]/g, '');
  const plain = plainNumber(kept, decimal);
  // More words than digits is a text with a number in it, not an amount.
  if (plain === undefined || stray.length > kept.length) return { kind: 'unreadable' };
  const value = plain * scale * (negative && plain !== 0 ? -1 : 1);
  return stray === '' ? { kind: 'amount', value } : { kind: 'amount', value, stray };
}

/** Digits, points and commas as a number; undefined where they make none. */
function plainNumber(text: string, decimal: DecimalSign): number | undefined {
  const points = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  let sign: DecimalSign = decimal;
  if (points > 0 && commas > 0) sign = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  else if (commas === 1 && !/,\d{3}$/.test(text)) sign = ',';
  else if (commas > 0 && decimal === ',' && commas > 1) sign = '.';
  else if (points === 1 && !/^\d{1,3}\.\d{3}$/.test(text)) sign = '.';
  else if (points > 1) sign = ',';
  const thousands = sign === '.' ? /,/g : /\./g;
  const normal = text.replace(thousands, '').replace(',', '.');
  return /^(\d+\.?\d*|\.\d+)$/.test(normal) ? Number(normal) : undefined;
}
