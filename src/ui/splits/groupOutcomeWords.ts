import type { GroupOutcome } from '../../decide/splits/groupOutcomes';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';

/** What the seats of a region or manager come to under a split: `its seats book $4.2M; 63 % chance of their quota`. */
export function groupOutcomeWords(
  outcome: GroupOutcome | undefined,
  { currency }: { readonly currency: string },
): string | undefined {
  if (!outcome) return undefined;
  const books = `Its seats book ${formatMoney(outcome.bookings.mean, currency, { compact: true })}`;
  const { chance } = outcome;
  return chance
    ? `${books}; ${formatShare(chance.value, chance.standardError)} chance of their quota`
    : books;
}
