import type { AccountBook, TerritoryOrNone } from '../model/accountBook';
import type { Plan } from '../model/plan';
import type { AccountMove } from './splitMoves';

/** What changes hands at one place: accounts, what they hold of the measure, and how many owners they have in the CRM. */
export interface MovedSum {
  readonly accounts: number;
  readonly load: number;
  readonly owners: number;
}

/** What a territory loses and gains from one split to another, and who sits there; the empty id is what is in none. */
export interface TerritoryMoves {
  readonly id: TerritoryOrNone;
  readonly people: readonly string[];
  readonly loses: MovedSum;
  readonly gains: MovedSum;
}

/** The territories that lose or gain an account, in the plan's order, and at the end what is in none. Linear in moves and seats. */
export function sumMoves(
  plan: Plan,
  { accounts }: AccountBook,
  moves: readonly AccountMove[],
  weights: readonly number[],
): TerritoryMoves[] {
  const people = new Map<TerritoryOrNone, string[]>();
  for (const { territoryId, name } of plan.seats)
    if (territoryId !== undefined) people.set(territoryId, [...(people.get(territoryId) ?? []), name]);
  const ids: readonly TerritoryOrNone[] = [...plan.territories.map(({ id }) => id), ''];
  const away = groupMoves(moves, 'from');
  const toward = groupMoves(moves, 'to');
  const sum = (own: readonly AccountMove[] = []): MovedSum => ({
    accounts: own.length,
    load: own.reduce((total, { place }) => total + (weights[place] ?? 0), 0),
    owners: new Set(own.flatMap(({ place }) => accounts[place]?.owner ?? [])).size,
  });
  return ids
    .map((id) => ({ id, people: people.get(id) ?? [], loses: sum(away.get(id)), gains: sum(toward.get(id)) }))
    .filter(({ loses, gains }) => loses.accounts + gains.accounts > 0);
}

function groupMoves(
  moves: readonly AccountMove[],
  side: 'from' | 'to',
): ReadonlyMap<TerritoryOrNone, readonly AccountMove[]> {
  const groups = new Map<TerritoryOrNone, AccountMove[]>();
  for (const move of moves) {
    const own = groups.get(move[side]);
    if (own) own.push(move);
    else groups.set(move[side], [move]);
  }
  return groups;
}
