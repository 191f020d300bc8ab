import type { Session } from '../../state/session.svelte';
import type { SplitDesk } from '../../state/splitDesk.svelte';
import { movesBetween } from '../../state/splitMoves';
import type { AssignmentFile, SplitTools } from '../../state/splitTools';
import { fileStem } from '../kit/fileStem';
import { saveBlob } from '../kit/saveBlob';
import { moveWords } from './moveWords';

const TYPES: Readonly<Record<AssignmentFile, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
};

/** Saves the assignment of the split on the map, with the reason of each move from the one it is held against. */
export async function saveAssignment(
  { desk, session, splitTools }: { desk: SplitDesk; session: Session; splitTools: SplitTools },
  as: AssignmentFile,
  movedOnly = false,
): Promise<void> {
  const { split, other, accounts } = desk;
  if (!split) return;
  const moves = other ? movesBetween(accounts, other, split).moves : [];
  const whys = new Map(
    moves.map((move) => [move.place, moveWords(move, accounts.nameOf, accounts.measureName)]),
  );
  try {
    const content = await splitTools.writeAssignment(session.plan, split.id, {
      ...(other && { from: other.id }),
      reasonOf: (account) => whys.get(account),
      movedOnly,
      as,
    });
    saveBlob(
      `${fileStem(split.name)} ${movedOnly ? 'moves' : 'assignment'}.${as}`,
      new Blob([content], { type: TYPES[as] }),
    );
  } catch {
    session.notices.alarm(
      'The export could not be loaded. The network may be off; try again once it is back.',
    );
  }
}
