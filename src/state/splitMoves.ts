import type { TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { explainMoves, type MoveReason } from '../territory/explainMoves';
import { measureDisruption, type Disruption } from '../territory/measureDisruption';
import { numbersOf, territoriesOfSplit } from '../territory/splitFigures';
import type { AccountUnits } from './accountUnits.svelte';

/** An account that is in another territory under one split than under another. */
export interface AccountMove {
  /** Its place in the book. */
  readonly place: number;
  readonly from: TerritoryOrNone;
  readonly to: TerritoryOrNone;
  /** Absent of accounts without a place. */
  readonly reason?: MoveReason;
}

export interface SplitMoves {
  readonly moves: readonly AccountMove[];
  readonly disruption: Disruption;
}

/** How much changes from one split to another. Linear in accounts. */
export function disruptionBetween(
  { weights, territoryIds }: AccountUnits,
  before: Pick<TerritorySplit, 'territoryOf'>,
  after: Pick<TerritorySplit, 'territoryOf'>,
): Disruption {
  const [was, is] = [before, after].map(({ territoryOf }) => numbersOf(territoryOf, territoryIds));
  return measureDisruption(Float64Array.from(weights), was ?? new Int32Array(), is ?? new Int32Array());
}

/** What changes from one split to another, in the order of accounts, and why. Linear in accounts. */
export function movesBetween(
  accounts: AccountUnits,
  before: Pick<TerritorySplit, 'territoryOf'>,
  after: Pick<TerritorySplit, 'territoryOf' | 'inPieces'>,
): SplitMoves {
  const { map, weights, territoryIds } = accounts;
  const order = territoriesOfSplit(after.territoryOf, territoryIds, before.territoryOf);
  const was = numbersOf(before.territoryOf, order);
  const is = numbersOf(after.territoryOf, order);
  // Each is measured against a fair share of the territories that the new split has, of what these hold.
  const held = loadsOf(is, weights, order.length).reduce((sum, each) => sum + each, 0);
  const share = held / Math.max(1, territoriesOfSplit(after.territoryOf, territoryIds).length);
  const placed = (numbers: Int32Array) => Int32Array.from(map.accountOf, (account) => numbers[account] ?? -1);
  const reasons = explainMoves(
    map.units,
    placed(was),
    placed(is),
    new Float64Array(order.length).fill(share),
    {
      loads: { before: loadsOf(was, weights, order.length), after: loadsOf(is, weights, order.length) },
      pieces: after.inPieces === true,
    },
  );
  const reasonOf = new Map(reasons.map((reason) => [map.accountOf[reason.unit], reason]));
  const moves = Array.from(is, (to, place): AccountMove[] => {
    const from = was[place] ?? -1;
    if (from === to) return [];
    const reason = reasonOf.get(place);
    return [{ place, from: order[from] ?? '', to: order[to] ?? '', ...(reason && { reason }) }];
  });
  return { moves: moves.flat(), disruption: measureDisruption(Float64Array.from(weights), was, is) };
}

/** Of all accounts, those without a place too. */
function loadsOf(numbers: Int32Array, weights: readonly number[], territories: number): Float64Array {
  const loads = new Float64Array(territories);
  numbers.forEach((territory, account) => {
    if (territory >= 0) loads[territory] = (loads[territory] ?? 0) + (weights[account] ?? 0);
  });
  return loads;
}
