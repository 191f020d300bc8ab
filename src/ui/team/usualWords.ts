import { segmentDefaults, type SegmentDefaults, type Sourced, type Trust } from '../../model/segmentDefaults';

const TRUST: Readonly<Record<Trust, string>> = {
  A: 'trust A: primary source',
  B: 'trust B: named practitioner, or secondary with year',
  C: 'trust C: aggregator',
  judgement: 'no published figure',
};

/** The usual figures by segment with their sources and how far to trust them, as a term's help says them. */
export function usualWords<Value>(
  pick: (figures: SegmentDefaults) => Sourced<Value>,
  format: (value: Value) => string,
): string {
  const each = Object.values(segmentDefaults).map((figures) => ({
    label: figures.label,
    words: format(pick(figures).value),
    from: `${pick(figures).source} (${TRUST[pick(figures).trust]})`,
  }));
  const first = each[0]?.words ?? '';
  const figures = each.every(({ words }) => words === first)
    ? first
    : each.map(({ label, words }) => `${label} ${words}`).join(', ');
  return `Usual: ${figures}. From: ${[...new Set(each.map(({ from }) => from))].join('; ')}.`;
}
