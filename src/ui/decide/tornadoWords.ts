import type { TornadoEnd, TornadoRow } from '../../charts/layoutTornado';
import type { ChartTable } from '../../charts/chartTable';
import type { TornadoAnswer, TornadoBar } from '../../decide/tornado/runTornado';
import { bySway, type TornadoMeasure } from '../../decide/tornado/sway';
import { formatMargin } from '../../model/format/formatMargin';
import { formatMoney } from '../../model/format/formatMoney';
import { formatPeriod } from '../../model/format/formatPeriod';
import { formatShare } from '../../model/format/formatShare';

/** The figure of the plan as it is. */
export const baseOf = ({ chance, bookings }: TornadoAnswer, measure: TornadoMeasure): number =>
  measure === 'chance' ? (chance?.value ?? 0) : bookings.mean;

/** A figure and its error in words: `54 % (±0.3)`, `$52.3M (±$40K)`. */
export function endWords(
  { value, standardError }: TornadoEnd,
  measure: TornadoMeasure,
  currency: string,
): string {
  if (measure === 'chance') return `${formatShare(value, standardError)} (${formatMargin(standardError)})`;
  const short = (each: number) => formatMoney(each, currency, { compact: true });
  return `${short(value)} (±${short(standardError)})`;
}

/** Bars as rows of the chart, the widest first. */
export const tornadoRows = (answer: TornadoAnswer, measure: TornadoMeasure): TornadoRow[] =>
  bySway(answer.bars, measure).map((bar) => rowOf(bar, baseOf(answer, measure), measure));

function rowOf(bar: TornadoBar, base: number, measure: TornadoMeasure): TornadoRow {
  const end = ({ label, ...effect }: TornadoBar['low']): TornadoEnd => ({
    label,
    value: base + (effect[measure]?.mean ?? 0),
    standardError: effect[measure]?.standardError ?? 0,
  });
  return { id: bar.id, name: bar.name, low: end(bar.low), high: end(bar.high) };
}

/** The widest bar in a sentence, and the next. */
export function tornadoSentence(answer: TornadoAnswer, measure: TornadoMeasure, currency: string): string {
  const [first, second] = tornadoRows(answer, measure);
  if (!first) return '';
  const what = measure === 'chance' ? 'The chance of the target' : 'What is booked';
  const span = ({ low, high }: TornadoRow) => {
    const [least, most] = [low, high].sort((a, b) => a.value - b.value);
    const words = (end: TornadoEnd | undefined) =>
      measure === 'chance'
        ? formatShare(end?.value ?? 0, end?.standardError)
        : formatMoney(end?.value ?? 0, currency, { compact: true });
    return `from ${words(least)} to ${words(most)}`;
  };
  const next = second ? `, then ${second.name.toLowerCase()} (${span(second)})` : '';
  return `${what} in ${formatPeriod(answer.period)} hangs most on ${first.name.toLowerCase()} (${span(first)})${next}.`;
}

/** A row in words, for those who hear it and as its tooltip. */
export const readRow = (row: TornadoRow, measure: TornadoMeasure, currency: string, where: string): string =>
  `${row.name}: ${row.low.label} gives ${endWords(row.low, measure, currency)}, ${row.high.label} gives ${endWords(row.high, measure, currency)}. ${where}`;

/** The figures behind the tornado. */
export function tornadoTable(answer: TornadoAnswer, measure: TornadoMeasure, currency: string): ChartTable {
  const basis = new Map(answer.bars.map((bar) => [bar.id, bar.basis]));
  const name = measure === 'chance' ? 'Chance' : 'Bookings';
  return {
    columns: ['Input', 'Low', `${name} at low`, 'High', `${name} at high`, 'Where its ends come from'],
    rows: tornadoRows(answer, measure).map((row) => [
      { text: row.name, raw: row.name },
      { text: row.low.label, raw: row.low.label },
      { text: endWords(row.low, measure, currency), raw: row.low.value },
      { text: row.high.label, raw: row.high.label },
      { text: endWords(row.high, measure, currency), raw: row.high.value },
      { text: basis.get(row.id) ?? '', raw: basis.get(row.id) ?? '' },
    ]),
  };
}
