import { formatCount } from '../../model/format/formatCount';
import { formatShare } from '../../model/format/formatShare';
import type { AccountMove } from '../../state/splitMoves';
import type { BothDeviations, MoveReason } from '../../territory/explainMoves';
import { midSentence } from './midSentence';

/** Fewer km than these are no reason anybody would accept, and no cost. */
const KM = 5;
/** Deviations below this are none. */
const LEVEL = 0.005;

/** `12 % over`, `9 % under`, `at`: of its share. */
function standing(deviation: number): string {
  if (Math.abs(deviation) < LEVEL) return 'at';
  return `${formatShare(Math.abs(deviation))} ${deviation > 0 ? 'over' : 'under'}`;
}

/** Why an account moved and what that cost, in words that its rep will read; `measure` is what is balanced. */
export function moveWords(
  { from, to, reason }: AccountMove,
  nameOf: ReadonlyMap<string, string>,
  measure: string,
): string {
  const name = (id: string) => nameOf.get(id) ?? id;
  if (from === '') return `Joined ${name(to)}; it was in no territory`;
  if (to === '') return `Taken out of ${name(from)}; it is in no territory now`;
  const moved = `Moved from ${name(from)} to ${name(to)}`;
  if (!reason) return `${moved}: it has no place on the map`;
  return `${moved} ${reasonWords(reason, name(from), name(to), measure)}`;
}

function reasonWords(reason: MoveReason, from: string, to: string, measure: string): string {
  const { evens, before, after, without } = reason;
  const way = wayWords(reason);
  const both = (are: string, deviations: BothDeviations) =>
    `${from} ${are} ${standing(deviations.from)} its share, ${to} ${standing(deviations.to)} its own`;
  const ended = both('is now', after);
  const even = `more even ${midSentence(measure)}`;
  // A shorter way is told first where there is one, a longer one last, as the cost.
  const tell = (loads: string) =>
    way.km >= KM
      ? `for a shorter way and ${even}: ${way.words}; ${loads}; ${ended}`
      : `for ${even}: ${loads}; ${ended}; ${way.words}`;
  if (evens === 'before') return tell(both('was', before));
  if (evens === 'after') return tell(`had it stayed, ${both('would be', without)}`);
  if (way.km >= KM) return `for a shorter way: ${way.words}; the cost is balance: ${ended}`;
  const aim = reason.pieces
    ? 'so that loads come out even elsewhere'
    : 'to make room, so that territories hang together and loads come out even';
  return `${aim}: ${ended}; ${way.words}`;
}

/** How much nearer it is to the middle of its territory, in km and words. */
function wayWords({ kmBefore, kmAfter }: MoveReason): { readonly km: number; readonly words: string } {
  const km = Math.round(kmBefore - kmAfter);
  const middle = 'the middle of its territory';
  if (Math.abs(km) < KM) return { km, words: `as far from ${middle} as before` };
  return {
    km,
    words:
      km > 0
        ? `${formatCount(km)} km nearer to ${middle}`
        : `the cost is ${formatCount(-km)} km more to ${middle}`,
  };
}
