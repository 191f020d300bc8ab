import type { MeasureKind } from '../../model/accountBook';
import { formatCount } from '../../model/format/formatCount';
import { ACCOUNT_NOUN, countUnits } from '../../model/unitNoun';
import { formatMeasure } from './loadWords';

/** What a formula gives over all accounts: `4,200 h over 160 accounts; 12 not known.` */
export function derivedWords(
  values: readonly (number | null)[],
  kind: MeasureKind,
  currency: string,
  noun = ACCOUNT_NOUN,
): string {
  const known = values.filter((value) => value !== null);
  const sum = known.reduce<number>((total, value) => total + value, 0);
  const missing = values.length - known.length;
  const over = `${formatMeasure(sum, kind, currency)} over ${countUnits(known.length, noun)}`;
  return missing === 0 ? `${over}.` : `${over}; ${formatCount(missing)} not known.`;
}
