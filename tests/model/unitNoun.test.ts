import { expect, test } from 'vitest';
import { countUnits, unitNoun } from '../../src/model/unitNoun';

test('units are called as their layer calls them, and accounts where there is none', () => {
  const said = [undefined, 'us-states', 'us-counties', 'countries', 'own'] as const;
  const nouns = said.map((kind) => unitNoun(kind && { kind }));
  expect(nouns.map((noun) => countUnits(3143, noun))).toEqual([
    '3,143 accounts',
    '3,143 states',
    '3,143 counties',
    '3,143 countries',
    '3,143 areas',
  ]);
  expect(nouns.map((noun) => countUnits(1, noun))).toEqual([
    '1 account',
    '1 state',
    '1 county',
    '1 country',
    '1 area',
  ]);
  expect(nouns.map(({ aOne, Many }) => `${aOne}, ${Many}`)).toEqual([
    'an account, Accounts',
    'a state, States',
    'a county, Counties',
    'a country, Countries',
    'an area, Areas',
  ]);
});
