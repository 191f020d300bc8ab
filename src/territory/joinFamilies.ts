import type { Account } from '../model/accountBook';
import { familiesOf, leaderOf } from './familyLeaders';
import { FREE, type Pins } from './pinAccounts';

/** A family that what is settled tears apart. */
export interface TornFamily {
  /** As its first account writes it. */
  readonly family: string;
  /** Numbers of the territories that hold some of it, rising. */
  readonly territories: readonly number[];
  /** Where those of it go that are free: to most of what is settled. */
  readonly to: number;
}

export interface JoinedFamilies extends Pins {
  /** Of each account the one that it goes with, itself for most. */
  readonly leaders: Int32Array;
  readonly torn: readonly TornFamily[];
}

export interface JoinOptions {
  readonly territories: number;
  /** Whether a family, by its accounts' places, is to be made one; each is where absent. */
  readonly which?: (members: readonly number[]) => boolean;
}

/**
 * Families made one each: the free accounts of a family go with its leader (see `leaderOf`), or where some of it are settled
 * with those, in the territory that has most of them by weight. With a held account they are part of the map and
 * follow it, else they are settled too. Linear. Territories from number `territories` on are off the map; families that do not pass `which` stay as they are.
 */
export function joinFamilies(
  accounts: readonly Account[],
  weights: readonly number[],
  pins: Pins,
  { territories: k, which = () => true }: JoinOptions,
): JoinedFamilies {
  const leaders = Int32Array.from(accounts.keys());
  const pinned = pins.pinned.slice();
  const torn: TornFamily[] = [];
  for (const members of familiesOf(accounts)) {
    if (!which(members)) continue;
    const loads = new Map<number, number>();
    for (const member of members) {
      const at = pinned[member] ?? FREE;
      if (at >= 0) loads.set(at, (loads.get(at) ?? 0) + (weights[member] ?? 0));
    }
    const free = members.filter((member) => pinned[member] === FREE);
    if (loads.size === 0) {
      const leader = leaderOf(free, accounts, weights);
      for (const member of free) leaders[member] = leader;
      continue;
    }
    const territories = [...loads.keys()].sort((a, b) => a - b);
    const to = territories.reduce((best, each) =>
      (loads.get(each) ?? 0) > (loads.get(best) ?? 0) ? each : best,
    );
    const anchors = members.filter(
      (member) =>
        to < k && pinned[member] === to && pins.held[member] === 1 && accounts[member]?.place !== undefined,
    );
    const leader = leaderOf(anchors, accounts, weights);
    for (const member of free) {
      if (leader >= 0) leaders[member] = leader;
      else pinned[member] = to;
    }
    if (territories.length > 1) {
      const family = accounts[members[0] ?? -1]?.family ?? '';
      torn.push({ family, territories, to });
    }
  }
  return { pinned, held: pins.held, leaders, torn };
}
