/** Cells of a pasted block, as people and spreadsheets of several countries write them. */
import { daysInMonth } from './calendar';
import { isoDate, type IsoDate } from './units';

/** Which of day and month comes first in dates such as 3/4/2027. */
export type DayOrder = 'day first' | 'month first';

const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mio: 1e6, mm: 1e6, bn: 1e9, b: 1e9 };

/**
 * An amount with or without a currency sign or code, with the thousands and decimal separators of any
 * locale, and with K, M or bn: `$120,000`, `120.000,50 €`, `CHF 1'200'000`, `1.2M`. A lone separator before
 * exactly three digits groups thousands. Undefined where the text is no amount.
 */
export function parseAmountCell(text: string): number | undefined {
  const match =
    /^(?<open>\()?\s*(?<sign>[-−+])?\s*(?:[A-Za-z]{1,2}\$|[A-Za-z]{2,3}|\p{Sc})?\s*(?<sign2>[-−+])?\s*(?<digits>\d[\d.,'’\s]*?|[.,]\d+)\s*(?<suffix>k|m|mm|mio|b|bn)?\.?\s*(?:\p{L}{1,2}\$|\p{L}{2,3}|\p{Sc})?\s*(?<close>\))?$/iu.exec(
      text.trim(),
    );
  const digits = match?.groups?.['digits'];
  if (!match?.groups || digits === undefined) return undefined;
  const { open, close, sign, sign2, suffix } = match.groups;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const plain = parseDigits(digits.replace(/['’\s]/g, ''), suffix !== undefined);
  if (plain === undefined) return undefined;
  const scale = SUFFIXES[suffix?.toLowerCase() ?? ''];
  const amount = scale === undefined ? plain : Number((plain * scale).toPrecision(15));
  const negative = open !== undefined || [sign, sign2].some((mark) => mark === '-' || mark === '−');
  return negative ? -amount : amount;
}

/** Digits in groups of three (the inner ones of two too, as in India), with that mark between them. */
const isGrouped = (text: string, mark: string) =>
  new RegExp(`^\\d{1,3}(\\${mark}\\d{2,3})*\\${mark}\\d{3}$`).test(text);

/** Digits with separators; `1.234` is a fraction where a letter such as M follows, else grouped thousands. */
function parseDigits(text: string, scaled: boolean): number | undefined {
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  if (last < 0) return Number(text);
  const mark = text.charAt(last);
  const other = mark === ',' ? '.' : ',';
  const [whole = '', fraction = '', ...more] = text.split(mark);
  if (whole.includes(other)) {
    return more.length === 0 && isGrouped(whole, other)
      ? Number(`${whole.replaceAll(other, '')}.${fraction}`)
      : undefined;
  }
  if (text.includes(other)) return undefined;
  if (isGrouped(text, mark) && !(scaled && more.length === 0)) return Number(text.replaceAll(mark, ''));
  return more.length === 0 ? Number(`${whole}.${fraction}`) : undefined;
}

const MONTHS = [
  ['jan', 'ene'],
  ['feb', 'fev', 'fév'],
  ['mar', 'mär', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'aoû', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic', 'déc'],
] as const;

function monthByName(name: string): number | undefined {
  const start = name.toLowerCase();
  const longest = MONTHS.flatMap((names, index) => names.map((known) => ({ known, index })))
    .filter(({ known }) => start.startsWith(known))
    .sort((a, b) => b.known.length - a.known.length)[0];
  return longest && longest.index + 1;
}

function makeDate(year: number, month: number, day: number): IsoDate | undefined {
  const full = year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
  if (full < 1900 || full > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > daysInMonth(full * 12 + month - 1)) return undefined;
  return isoDate(`${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

const NUMERIC = /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;

/**
 * A day as a spreadsheet writes it: `2027-03-15`, `15.03.2027`, `3/15/2027`, `15 Mar 2027`, `Mar 15, 2027`,
 * or a month alone (`Mar 2027`, `2027-03`, `03/2027`), which is its first day; or a spreadsheet's own day number.
 * Days before months with points, otherwise by `order` where the figures leave it open.
 */
export function parseDateCell(text: string, order: DayOrder = 'month first'): IsoDate | undefined {
  const cell = text.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[ap]m)?$/i, '');
  let match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell);
  if (match) return makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{4})[-/](\d{1,2})$/.exec(cell);
  if (match) return makeDate(Number(match[1]), Number(match[2]), 1);
  match = /^(\d{1,2})[/.](\d{4})$/.exec(cell);
  if (match) return makeDate(Number(match[2]), Number(match[1]), 1);
  match = NUMERIC.exec(cell);
  if (match) {
    const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const dayFirst = first > 12 || (second <= 12 && (match[2] === '.' || order === 'day first'));
    return dayFirst ? makeDate(year, second, first) : makeDate(year, first, second);
  }
  if (/^\d{5}$/.test(cell)) return fromSerial(Number(cell));
  return parseNamedMonth(cell);
}

function parseNamedMonth(cell: string): IsoDate | undefined {
  const name = /\p{L}{3,}/u.exec(cell)?.[0];
  const month = name === undefined ? undefined : monthByName(name);
  if (name === undefined || month === undefined) return undefined;
  const rest = cell.replace(name, ' ');
  const [first, last, ...more] = rest.match(/\d+/g) ?? [];
  if (first === undefined || more.length > 0 || /\p{L}{3,}/u.test(rest)) return undefined;
  if (last === undefined) return first.length === 1 ? undefined : makeDate(Number(first), month, 1);
  const yearFirst = first.length === 4;
  return makeDate(Number(yearFirst ? first : last), month, Number(yearFirst ? last : first));
}

/** A spreadsheet's day number, 1 January 1970 being 25569. */
function fromSerial(count: number): IsoDate | undefined {
  const date = new Date((count - 25569) * 86_400_000);
  return makeDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** What the figures of a whole column say about which comes first; `month first` where they leave it open. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const match = NUMERIC.exec(cell.trim());
    if (!match || match[2] === '.') continue;
    if (Number(match[1]) > 12) dayFirst++;
    if (Number(match[3]) > 12) monthFirst++;
  }
  return dayFirst > monthFirst ? 'day first' : 'month first';
}

/** Whether some date of the column could be read either way and no other settles it. */
export function isDayOrderOpen(cells: readonly string[]): boolean {
  const matches = cells.map((cell) => NUMERIC.exec(cell.trim())).filter((match) => match && match[2] !== '.');
  return (
    matches.some((match) => match?.[1] !== match?.[3]) &&
    matches.every((match) => Number(match?.[1]) <= 12 && Number(match?.[3]) <= 12)
  );
}

const YES = new Set([
  'yes',
  'y',
  'true',
  '1',
  'x',
  '✓',
  '✔',
  'ja',
  'j',
  'oui',
  'si',
  'sí',
  'on',
  'wahr',
  'vrai',
]);
const NO = new Set(['no', 'n', 'false', '0', '-', '–', 'nein', 'non', 'off', 'falsch', 'faux']);

/** Yes or no in the words of spreadsheets; undefined for anything else. */
export function parseYesCell(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
