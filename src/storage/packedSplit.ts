import type { TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { field } from './records';

/** A split with each account's territory as a number among names: a quarter of the text. */
export interface PackedSplit extends Omit<TerritorySplit, 'territoryOf'> {
  readonly names: readonly TerritoryOrNone[];
  readonly at: readonly number[];
}

export function packSplit({ territoryOf, ...split }: TerritorySplit): PackedSplit {
  const numbers = new Map<TerritoryOrNone, number>();
  const at = territoryOf.map((id) => {
    const number = numbers.get(id) ?? numbers.size;
    if (number === numbers.size) numbers.set(id, number);
    return number;
  });
  return { ...split, names: [...numbers.keys()], at };
}

/** What was packed; what cannot have been comes out as it is, for `parsePlan` to find fault with. */
export function unpackSplit(packed: unknown): unknown {
  const [names, at] = [field(packed, 'names'), field(packed, 'at')];
  if (typeof packed !== 'object' || packed === null || !Array.isArray(names) || !Array.isArray(at))
    return packed;
  const split = Object.entries(packed).filter(([name]) => name !== 'names' && name !== 'at');
  return {
    ...Object.fromEntries(split),
    territoryOf: at.map((number: unknown): unknown => names[Number(number)]),
  };
}
