import { formatCount } from '../../model/format/formatCount';
import { ACCOUNT_NOUN } from '../../model/unitNoun';
import { formatShare } from '../../model/format/formatShare';
import type { RepLine } from '../../state/repMatching.svelte';

const km = (value: number) => `${formatCount(value)} km`;

/** What a territory means to its rep: `34 km to accounts on average (210 to those they have now), keeps 71 % of what they have`. */
export function repWords({ territory, km: way, kmNow, kept }: RepLine, noun = ACCOUNT_NOUN): string {
  if (territory === undefined) return 'in no territory of this split';
  const parts: string[] = [];
  if (way !== undefined)
    parts.push(
      `${km(way)} to ${noun.many} on average${kmNow === undefined ? '' : ` (${formatCount(kmNow)} to those they have now)`}`,
    );
  else if (kmNow === undefined) parts.push('home not known');
  parts.push(kept === undefined ? `has no ${noun.many} now` : `keeps ${formatShare(kept)} of what they have`);
  return parts.join(', ');
}
