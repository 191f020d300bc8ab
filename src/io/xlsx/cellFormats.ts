import type { CellFormat } from './workbookSheet';

const DAY = 86_400_000;
/** Day 0 as spreadsheets count days, the leap day of 1900 that never was included. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** A day or month as spreadsheets count it: days since the end of 1899; nothing where it is no date. */
export function dateSerial(iso: string): number | undefined {
  const day = Date.parse(`${iso.length === 7 ? `${iso}-01` : iso}T00:00:00Z`);
  return Number.isNaN(day) ? undefined : (day - DAY_ZERO) / DAY;
}

/** A number format in the spreadsheet's own language, money by the currency's symbol. */
export function numberFormatOf(format: CellFormat, currency: string): string {
  switch (format) {
    case 'money': {
      const amount = `[$${symbolOf(currency)}]#,##0`;
      return `${amount};-${amount}`;
    }
    case 'count':
      return '#,##0';
    case 'decimal':
      return '#,##0.00';
    case 'share':
      return '0.0%';
    case 'month':
      return 'mmm yyyy';
    case 'date':
      return 'yyyy-mm-dd';
  }
}

function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  const symbol = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  // a code stands apart from its figure
  return /^[A-Z]{3}$/.test(symbol) ? `${symbol} ` : symbol;
}
