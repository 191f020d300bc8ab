import fc from 'fast-check';
import type { AccountBook, RuleTest, TerritoryOrNone } from '../../src/model/accountBook';
import { accountId, measureId, splitId, type MeasureId, type TerritoryId } from '../../src/model/units';
import { eachOf, ids, label, number, oneOf } from './arbitraries';
import { areasArbitrary } from './areasArbitrary';

const names = fc.record({ accounts: ids(8), measures: ids(3), splits: ids(3) });

const rule = (territories: readonly TerritoryId[], measures: readonly MeasureId[]) => {
  const texts = fc.record({
    kind: fc.constantFrom('state' as const, 'owner' as const, 'family' as const, 'postcode' as const),
    anyOf: fc.array(label, { minLength: 1, maxLength: 3 }),
  });
  const range = () =>
    fc.record(
      {
        kind: fc.constant('measure' as const),
        measureId: fc.constantFrom(...measures),
        atLeast: number(0, 100),
        below: number(101, 1000),
      },
      { requiredKeys: ['kind', 'measureId'] },
    );
  const test: fc.Arbitrary<RuleTest> = measures.length > 0 ? fc.oneof(texts, range()) : texts;
  return fc.record(
    {
      when: fc.array(test, { minLength: 1, maxLength: 2 }),
      territoryId: fc.constantFrom(...territories),
      sharesMap: fc.boolean(),
    },
    { requiredKeys: ['when', 'territoryId'] },
  );
};

/** Any small valid account book over those territories. */
export const accountBookArbitrary = (territories: readonly TerritoryId[]): fc.Arbitrary<AccountBook> =>
  names.chain((given) => {
    const accounts = given.accounts.map(accountId);
    const measures = given.measures.map(measureId);
    const value = fc.option(fc.oneof(fc.constant(0), number(0, 1e9)));
    const aligned = <Item>(item: fc.Arbitrary<Item>, count: number) =>
      fc.array(item, { minLength: count, maxLength: count });
    return fc.record(
      {
        accounts: eachOf(given.accounts, (id) =>
          fc.record(
            {
              id: fc.constant(accountId(id)),
              name: label,
              place: fc.record({ lon: number(-180, 180), lat: number(-90, 90) }),
              postcode: label,
              state: label,
              family: label,
              owner: label,
              values: aligned(value, measures.length),
            },
            { requiredKeys: ['id', 'name', 'values'] },
          ),
        ),
        measures: eachOf(given.measures, (id) =>
          fc.record(
            {
              id: fc.constant(measureId(id)),
              name: label,
              kind: fc.constantFrom('potential' as const, 'workload' as const, 'other' as const),
              derived: label,
            },
            { requiredKeys: ['id', 'name', 'kind'] },
          ),
        ),
        splits: eachOf(given.splits, (id) =>
          fc.record(
            {
              id: fc.constant(splitId(id)),
              name: label,
              ...oneOf('from', given.splits.map(splitId)),
              territoryOf: aligned(fc.constantFrom<TerritoryOrNone>('', ...territories), accounts.length),
              locked: fc.subarray(accounts),
              ...(territories.length > 0 && {
                rules: fc.array(rule(territories, measures), { minLength: 1, maxLength: 3 }),
              }),
              inPieces: fc.boolean(),
              ...(accounts.length > 0 && {
                overrides: fc.array(fc.record({ accountId: fc.constantFrom(...accounts), reason: label }), {
                  minLength: 1,
                  maxLength: 3,
                }),
              }),
            },
            { requiredKeys: ['id', 'name', 'territoryOf', 'locked'] },
          ),
        ),
        ...oneOf('balancedBy', measures),
        ...oneOf('inForce', given.splits.map(splitId)),
        areas: areasArbitrary,
      },
      { requiredKeys: ['accounts', 'measures', 'splits'] },
    );
  });
