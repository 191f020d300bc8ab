const LETTERS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, mm: 1e6, b: 1e9, bn: 1e9 };

/** A grouped or plain run of digits as a number, whichever of comma and point is its decimal sign. */
function readDigits(text: string): number {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  const groupedBy = (sign: string) => new RegExp(`^\\d{1,3}(\\${sign}\\d{3})+$`).test(text);
  if (comma >= 0 && point >= 0) {
    const group = comma > point ? /\./g : /,/g;
    return Number(text.replace(group, '').replace(',', '.'));
  }
  // A lone comma before three digits groups thousands, a lone point never does: figures are written in English here.
  if (comma >= 0) return Number(groupedBy(',') ? text.replace(/,/g, '') : text.replace(',', '.'));
  if (text.split('.').length > 2) return groupedBy('.') ? Number(text.replace(/\./g, '')) : Number.NaN;
  return Number(text);
}

/**
 * A number as people type or paste it, or undefined where it is none: `1,234.5`, `1.234,5`, `1 234`,
 * `$4.2M`, `420k`, `63 %` (63), `−5`. Currency signs and codes, spaces and a percent sign are passed over.
 */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .replace(/[\s'’\u202f\u00a0%$€£¥₹]/g, '')
    .replace(/^[\u2212\u2013]/, '-')
    .toLowerCase();
  const parts = /^([+-]?)([a-z]{3})?([+-]?)([\d.,]*\d[.,]?)(k|mn|mm|m|bn|b)?([a-z]{3})?$/.exec(plain);
  if (!parts) return undefined;
  const [, before = '', , after = '', digits = '', letter] = parts;
  const value = readDigits(digits.replace(/[.,]$/, '')) * (letter ? (LETTERS[letter] ?? 1) : 1);
  if (!Number.isFinite(value) || (before && after)) return undefined;
  return before === '-' || after === '-' ? -value : value;
}
