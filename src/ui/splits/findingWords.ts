import type { ImportProblem } from '../../model/history';
import type { ImportedAccounts, ImportedAssignment } from '../../model/importedAccounts';
import { formatCount } from '../../model/format/formatCount';
import { countAccounts } from '../../state/splitDesk.svelte';
import { asSentence } from '../kit/asSentence';

/** What a table had in it: how many accounts, and what they were placed by. */
export function findingWords(read: ImportedAccounts | ImportedAssignment): string {
  if ('matched' in read) return `${read.file}: ${countAccounts(read.matched)} of this plan found in it.`;
  const { coordinates, postcode, area, none } = read.placed;
  const ways = [
    [coordinates, 'by coordinates'],
    [postcode, 'by postcode'],
    [area, 'by the area of the postcode'],
    [none, 'without a place, in the table alone'],
  ] as const;
  const placed = ways.flatMap(([count, how]) => (count > 0 ? [`${formatCount(count)} ${how}`] : []));
  return `${read.file}: ${countAccounts(read.accounts.length)}, ${placed.join(', ')}.`;
}

/** A finding with where it is and what was done: `Row 12, Zip: postcode must …; placed by nothing`. */
export function problemWords({ row, column, message, action }: ImportProblem): string {
  const where = [row === undefined ? '' : `row ${row}`, column ?? '']
    .filter((part) => part !== '')
    .join(', ');
  return asSentence(`${where === '' ? '' : `${where}: `}${message}; ${action}`);
}
