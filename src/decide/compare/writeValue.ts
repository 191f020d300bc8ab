import { formatExactMoney } from '../../model/format/formatExactMoney';
import { formatMonth } from '../../model/format/formatMonth';
import { formatTarget } from '../../model/format/formatTarget';
import { numberFormat, DEFAULT_LOCALE } from '../../model/format/numberFormat';
import { isoMonth } from '../../model/units';
import type { Unit } from './assumptionWords';
import { countOf } from './countOf';

/** Whose value it is: the plan's currency, and what its ids stand for. */
export interface Speaker {
  readonly currency: string;
  readonly nameOf: (id: string) => string;
}

/** Digits after the point that are tried, so that two values never read alike. */
const MOST_DIGITS = 6;
const NARROW_SPACE = '\u202f';

const number = (value: number, digits: number) =>
  numberFormat(DEFAULT_LOCALE, { maximumFractionDigits: digits }).format(value);
const percent = (value: number, digits: number) => `${number(value * 100, digits)}${NARROW_SPACE}%`;
const counted = (value: number, digits: number, word: string) =>
  `${number(value, digits)} ${word}${value === 1 ? '' : 's'}`;

function writeNumber(value: number, unit: Unit, speaker: Speaker, digits: number): string {
  if (unit === 'money')
    return digits === 0 ? formatTarget(value, speaker.currency) : formatExactMoney(value, speaker.currency);
  if (unit === 'share' || unit === 'shares') return percent(value, digits);
  if (unit === 'days') return counted(value, digits, 'day');
  if (unit === 'months') return counted(value, digits, 'month');
  return number(value, Math.max(digits, 2));
}

function writeText(value: string, unit: Unit, speaker: Speaker): string {
  if (unit === 'reference') return speaker.nameOf(value);
  if (unit === 'month') return formatMonth(isoMonth(value));
  if (unit === 'date') return `${Number(value.slice(8))} ${formatMonth(isoMonth(value.slice(0, 7)))}`;
  if (unit === 'word') return value.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

/** A value as a line of differences has it, with so many digits after the point. */
export function writeValue(value: unknown, unit: Unit, speaker: Speaker, digits = 0): string {
  if (value === undefined) return 'none';
  if (typeof value === 'number') return writeNumber(value, unit, speaker, digits);
  if (typeof value === 'string') return writeText(value, unit, speaker);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) {
    if (unit !== 'shares') return countOf(value.length, 'entry', 'entries');
    return value.map((each) => writeValue(each, unit, speaker, digits)).join(' · ');
  }
  return 'set';
}

/** Two values that differ, each as it is read: with as many digits as it takes to tell them apart. */
export function writeApart(
  from: readonly [unknown, Speaker],
  to: readonly [unknown, Speaker],
  unit: Unit,
): readonly [string, string] {
  for (let digits = 0; digits <= MOST_DIGITS; digits++) {
    const [one, other] = [from, to].map(([value, speaker]) => writeValue(value, unit, speaker, digits));
    if (one !== undefined && other !== undefined && one !== other) return [one, other];
  }
  return [writeValue(from[0], unit, from[1]), `${writeValue(to[0], unit, to[1])}, other figures`];
}
