import { describe, expect, it } from 'vitest';
import type { AccountBook } from '../../src/model/accountBook';
import { measureId } from '../../src/model/units';
import { carryWishes, type LimitWish } from '../../src/state/designLimits';

const book = (...names: readonly string[]): AccountBook => ({
  accounts: [],
  measures: names.map((name, place) => ({ id: measureId(`measure-${place + 1}`), name, kind: 'other' })),
  splits: [],
});
const cap = (by: string): LimitWish => ({ kind: 'bounds', by, atMost: 20 });

describe('caps and measures of a table that is read anew', () => {
  const before = book('Potential', 'Beds', 'Sites');

  it('a cap goes with the name of its measure, whatever number its column has', () => {
    const after = book('Beds', 'Potential');
    expect(carryWishes(before, after, [cap('measure-2'), cap('')])).toEqual([cap('measure-1'), cap('')]);
  });

  it('is gone with its measure, and does not go over to another of its number', () => {
    expect(carryWishes(before, book('Sites', 'Doors'), [cap('measure-2')])).toEqual([]);
  });

  it('stays with a measure that is renamed', () => {
    const wishes = [cap('measure-2')];
    expect(carryWishes(before, book('Potential', 'Hospital beds', 'Sites'), wishes)).toEqual(wishes);
    const alone = book('Beds');
    const renamed = { ...book('Hospital beds'), accounts: alone.accounts };
    expect(carryWishes(alone, renamed, [cap('measure-1')])).toEqual([cap('measure-1')]);
  });
});
