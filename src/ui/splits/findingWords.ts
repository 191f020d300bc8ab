import type { ImportProblem, ProblemCount } from '../../model/history';
import type { AssignmentCounts } from '../../model/compareAssignment';
import type { ImportedAccounts, ImportedAssignment } from '../../model/importedAccounts';
import { formatCount } from '../../model/format/formatCount';
import { ACCOUNT_NOUN, countUnits, type UnitNoun } from '../../model/unitNoun';
import { asSentence } from '../kit/asSentence';

type Read = ImportedAccounts | ImportedAssignment;

/** Whether a table had nothing in it that could be taken over. */
export const isEmptyRead = (read: Read): boolean =>
  'matched' in read ? read.matched === 0 : read.accounts.length === 0;

/** What a table had in it: how many accounts and what they were placed by, or what an assignment changes. */
export function findingWords(read: Read, counts?: AssignmentCounts, noun = ACCOUNT_NOUN): string {
  const { file, sheets } = read;
  const sheet =
    sheets && sheets.names.length > 1
      ? ` Sheet “${sheets.read}” was read, one of ${formatCount(sheets.names.length)}.`
      : '';
  if ('matched' in read) return `${file}: ${assignmentWords(read, counts, noun)}${sheet}`;
  if (isEmptyRead(read))
    return `${file}: no account was taken over, for no column says which account a row is. Say below which is its id or name.${sheet}`;
  const { coordinates, postcode, area, none } = read.placed;
  const ways = [
    [coordinates, 'by coordinates'],
    [postcode, 'by postcode'],
    [area, 'by the area of the postcode'],
    [none, 'without a place, in the table alone'],
  ] as const;
  const placed = ways.flatMap(([count, how]) => (count > 0 ? [`${formatCount(count)} ${how}`] : []));
  return `${file}: ${countUnits(read.accounts.length, ACCOUNT_NOUN)}, ${placed.join(', ')}.${sheet}`;
}

function assignmentWords(
  { matched }: ImportedAssignment,
  counts: AssignmentCounts | undefined,
  noun: UnitNoun,
): string {
  if (matched === 0)
    return `none of this plan’s ${noun.many} was found in it, and nothing was taken over. Say below which column is the ${noun.one}’s id or name, and which its territory or owner.`;
  const found = `${countUnits(matched, noun)} of this plan found in it`;
  if (counts === undefined) return `${found}.`;
  const { unchanged, moved, unknown, absent, added } = counts;
  const parts = [
    `${formatCount(unchanged)} unchanged and ${formatCount(moved)} moved.`,
    unknown > 0
      ? ` ${formatCount(unknown)} ${unknown === 1 ? 'row is' : 'rows are'} of ${noun.many} that the plan does not have.`
      : '',
    absent > 0
      ? ` ${countUnits(absent, noun)} ${absent === 1 ? 'is' : 'are'} not in it and ${absent === 1 ? 'stays' : 'stay'}.`
      : '',
    added.length > 0 ? ` New territories: ${listed(added)}.` : '',
  ];
  return `${found}, ${parts.join('')}`;
}

const listed = (names: readonly string[]) =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');

/** One rule with how often it was met and the cases that are listed. */
export interface FindingGroup extends ProblemCount {
  readonly cases: readonly ImportProblem[];
}

/** What was found in a table by rule, in the order of the rules. */
export const findingGroups = ({ problems, problemCounts }: Read): FindingGroup[] =>
  problemCounts.map((count) => ({ ...count, cases: problems.filter(({ rule }) => rule === count.rule) }));

/** A finding with where it is and what was done: `Row 12, Zip: postcode must …; placed by nothing`. */
export function problemWords({ row, column, message, action }: ImportProblem): string {
  const where = [row === undefined ? '' : `row ${row}`, column ?? '']
    .filter((part) => part !== '')
    .join(', ');
  return asSentence(`${where === '' ? '' : `${where}: `}${message}; ${action}`);
}
