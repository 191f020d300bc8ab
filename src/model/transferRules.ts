import { makeProblem } from './planProblems';
import type { Skeleton } from './planSkeleton';
import type { Problem } from './problem';
import { referencesIn, unknownReferences } from './references';

/** Transfers that come from nowhere, from the seat itself, or from each other in a circle. Linear in the seats. */
export function transferRules({ seats }: Skeleton): Problem[] {
  const references = referencesIn(seats, ['seats'], ['occupant', 'fromSeatId'], ({ occupant }) =>
    occupant?.kind === 'transfer' ? occupant.fromSeatId : undefined,
  );
  const from = new Map(
    (seats ?? []).flatMap((seat) =>
      seat?.occupant?.kind === 'transfer' ? [[seat.id, seat.occupant.fromSeatId]] : [],
    ),
  );
  const circular = circlesOf(from);
  return [
    ...unknownReferences(references, seats, 'seat'),
    ...references.flatMap(({ keys, id }) => {
      const seat = seats?.[Number(keys[1])]?.id;
      if (id === seat) return [makeProblem('wrong-reference', keys, 'must be the id of another seat', id)];
      if (seat === undefined || !circular.has(seat)) return [];
      const rule = 'must not lead back to the seat itself by way of other transfers';
      return [makeProblem('transfer-circle', keys, rule, id)];
    }),
  ];
}

/** The seats from which the way back along transfers returns to them. */
function circlesOf(from: ReadonlyMap<string | undefined, string | undefined>): Set<string> {
  const circular = new Set<string>();
  const done = new Set<string>();
  for (const first of from.keys()) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let at = first;
    while (at !== undefined && !done.has(at) && !onWay.has(at)) {
      way.push(at);
      onWay.add(at);
      at = from.get(at);
    }
    if (at !== undefined && onWay.has(at)) for (const each of way.slice(way.indexOf(at))) circular.add(each);
    for (const each of way) done.add(each);
  }
  return circular;
}
