import { formatCount } from '../../model/format/formatCount';
import { formatShare } from '../../model/format/formatShare';
import type { AccountMove } from '../../state/splitMoves';

const KM = 5;
/** Deviations below this are no reason anybody would accept. */
const LEVEL = 0.005;

/** `12 % over`, `9 % under`, `at`: of its share. */
function standing(deviation: number): string {
  if (Math.abs(deviation) < LEVEL) return 'at';
  return `${formatShare(Math.abs(deviation))} ${deviation > 0 ? 'over' : 'under'}`;
}

/** Why an account moved, in words that its rep will read. */
export function moveWords({ from, to, reason }: AccountMove, nameOf: ReadonlyMap<string, string>): string {
  const name = (id: string) => nameOf.get(id) ?? id;
  if (from === '') return `Joined ${name(to)}; it was in no territory`;
  if (to === '') return `Taken out of ${name(from)}; it is in no territory now`;
  const moved = `Moved from ${name(from)} to ${name(to)}`;
  if (!reason) return `${moved}: it has no place on the map`;
  const { before, kmBefore, kmAfter, improved } = reason;
  const km = Math.round(kmBefore - kmAfter);
  const way =
    Math.abs(km) < KM ? '' : km > 0 ? `${formatCount(km)} km nearer` : `${formatCount(-km)} km farther`;
  const loads = `${name(from)} was ${standing(before.from)} its share, ${name(to)} ${standing(before.to)} its own`;
  switch (improved) {
    case 'balance':
    case 'both':
      return `${moved}: ${loads}${way ? `; ${way}` : ''}`;
    case 'distance':
      return `${moved}: ${way || 'a little nearer'}${way ? ' to the middle of its territory' : ''}`;
    case 'room for others':
      return `${moved}: made room for others, so that territories hang together and loads come out even${way ? `; ${way}` : ''}`;
  }
}
