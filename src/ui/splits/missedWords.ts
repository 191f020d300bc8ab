import { formatCount } from '../../model/format/formatCount';
import { formatShare } from '../../model/format/formatShare';
import type { DesignNote } from '../../state/designNote';
import { midSentence } from './midSentence';

type Missed = Extract<DesignNote, { kind: 'off' }>;

/** As near to what no split can be below as makes no difference. */
const NEAR = 0.005;

/** Which territory is beyond the tolerance, by how much, what could be, and what may help. */
export function missedWords(note: Missed, name: (territory: number) => string, measure: string): string {
  const { deviation, others, tolerance } = note;
  const far = `${name(note.territory)} has ${formatShare(Math.abs(deviation))} ${deviation > 0 ? 'more' : 'less'} ${midSentence(measure)} than a fair share`;
  const more =
    others > 0 ? `, and ${formatCount(others)} more ${others === 1 ? 'is' : 'are'} beyond it too` : '';
  return `${far}: the tolerance is ${formatShare(tolerance)}${more}. ${[floorWords(note, name), triedWords(note)].filter(Boolean).join(' ')}`;
}

/** What no split can be below, where that is beyond the tolerance. */
function floorWords({ floor, tolerance, way }: Missed, name: (territory: number) => string): string {
  const { least, cause, heavy, territory = -1 } = floor;
  const painted = way === 'heal' ? 'painted, ' : '';
  if (least <= tolerance || cause === undefined) return '';
  const [first = '', ...rest] = heavy;
  const all = rest.length === 0 ? `${first} leaves` : `${first} and ${formatCount(rest.length)} more leave`;
  const why = {
    unit: `${first} alone is that much more than a fair share`,
    rest: `${all} that much less than a fair share to each of the others`,
    settled: `what stays in ${name(territory)} (${painted}locked, named, placed by rule or without a place) is that much more than a fair share`,
  };
  return `No split comes within less than ${formatShare(least)}: ${why[cause]}.`;
}

/** What was tried, and what else there is to try. */
function triedWords(note: Missed): string {
  const { adjusted, deviation, floor, tolerance } = note;
  if (floor.least <= tolerance || Math.abs(deviation) > floor.least + NEAR) return searchedWords(note);
  if (floor.cause === 'settled') return 'Unlock some of it, or widen the tolerance.';
  if (adjusted <= tolerance)
    return 'The others share what is left within the tolerance. Design fewer territories, or widen it.';
  return `Sharing what is left, the others are up to ${formatShare(adjusted)} off. ${searchedWords(note)}`;
}

function searchedWords({ attempts, held, limited, pieces, way }: Missed): string {
  if (way === 'heal')
    return `${pieces ? 'Moves of single ones' : 'Exchanges between neighbours'} came no nearer${held ? ' around what stays where it is' : ''}. Design anew, or widen the tolerance.`;
  const tried = `${attempts === 1 ? 'One attempt' : `${formatCount(attempts)} attempts`} found none nearer`;
  const kept = [
    ...(held ? ['what stays where it is'] : []),
    ...(limited ? ['the other limits'] : []),
    ...(way === 'rebalance' ? ['as much as asked in its place'] : []),
  ];
  // Each attempt would come out the same.
  const settled = way === 'rebalance' && pieces && !limited;
  const ways = [
    ...(settled ? [] : ['make more attempts']),
    'choose another number of territories',
    ...(held ? ['unlock some'] : []),
    ...(way === 'rebalance' ? ['let more move'] : []),
  ];
  const keeping = kept.length > 0 ? `, keeping ${kept.join(' and ')}` : '';
  const advice = `${ways.join(', ')} or widen the tolerance`;
  return `${tried}${keeping}. ${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`;
}
