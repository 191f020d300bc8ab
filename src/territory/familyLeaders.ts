import type { Account } from '../model/accountBook';
import { nameKey } from '../model/readSeatRow';

/** Accounts of each family that has two or more, by their places in the book; families in the order of their first accounts. Linear. */
export function familiesOf(accounts: readonly Account[]): (readonly number[])[] {
  const families = new Map<string, number[]>();
  accounts.forEach(({ family }, place) => {
    if (family === undefined) return;
    const key = nameKey(family);
    const members = families.get(key);
    if (members) members.push(place);
    else families.set(key, [place]);
  });
  return [...families.values()].filter((members) => members.length > 1);
}

/** Of some accounts the one that the others go with: the heaviest with a place, or the heaviest where none has one; of equals the first. */
export function leaderOf(
  members: readonly number[],
  accounts: readonly Account[],
  weights: readonly number[],
): number {
  const placed = members.filter((place) => accounts[place]?.place !== undefined);
  const among = placed.length > 0 ? placed : members;
  return among.reduce(
    (best, each) => ((weights[each] ?? 0) > (weights[best] ?? 0) ? each : best),
    among[0] ?? -1,
  );
}

/** Of each account the one that its family goes with, itself where it has none. Linear. */
export function familyLeaders(accounts: readonly Account[], weights: readonly number[]): Int32Array {
  const leaders = Int32Array.from(accounts.keys());
  for (const members of familiesOf(accounts)) {
    const leader = leaderOf(members, accounts, weights);
    for (const member of members) leaders[member] = leader;
  }
  return leaders;
}
