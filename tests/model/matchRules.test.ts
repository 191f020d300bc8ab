import { expect, test } from 'vitest';
import type { Account, SplitRule } from '../../src/model/accountBook';
import { matchRules, ruledAlone } from '../../src/model/matchRules';
import { accountId, measureId, territoryId } from '../../src/model/units';
import { frozen } from '../support/frozen';

const hours = measureId('hours');
const account = (id: string, fields: Partial<Account>): Account => ({
  id: accountId(id),
  name: id,
  values: [null],
  ...fields,
});
const book = frozen({
  accounts: [
    account('a', { state: 'CA', owner: 'Ana', postcode: '94110', values: [0] }),
    account('b', { state: ' ca ', postcode: '10001', values: [100] }),
    account('c', { family: 'Acme  Group', values: [500] }),
    account('d', {}),
  ],
  measures: [{ id: hours, name: 'Hours', kind: 'workload' as const }],
});
const rule = (territory: string, ...when: SplitRule['when']): SplitRule => ({
  when,
  territoryId: territoryId(territory),
});
const matched = (...rules: SplitRule[]) => [...matchRules(book, rules)];

test('texts are met whatever their case and spaces, and a postcode by how it begins', () => {
  expect(matched(rule('w', { kind: 'state', anyOf: ['Ca'] }))).toEqual([0, 0, -1, -1]);
  expect(matched(rule('w', { kind: 'family', anyOf: ['ACME group', 'x'] }))).toEqual([-1, -1, 0, -1]);
  expect(matched(rule('w', { kind: 'postcode', anyOf: ['94', '5'] }))).toEqual([0, -1, -1, -1]);
});

test('a range has its lower end and not its upper one, and what is not known is in none', () => {
  const range = (bounds: object) => matched(rule('s', { kind: 'measure', measureId: hours, ...bounds }));
  expect(range({ atLeast: 100 })).toEqual([-1, 0, 0, -1]);
  expect(range({ below: 100 })).toEqual([0, -1, -1, -1]);
  expect(range({})).toEqual([0, 0, 0, -1]);
});

test('all tests of a rule must hold, and the first rule that does decides', () => {
  const rules = [
    rule('w', { kind: 'state', anyOf: ['CA'] }, { kind: 'measure', measureId: hours, atLeast: 50 }),
    rule('x', { kind: 'state', anyOf: ['CA'] }),
  ];
  expect(matched(...rules)).toEqual([1, 0, -1, -1]);
});

test('a territory is passed by the map unless one of its rules shares it', () => {
  const state = { kind: 'state', anyOf: ['CA'] } as const;
  const rules = [rule('w', state), rule('s', state), { ...rule('s', state), sharesMap: true }];
  expect([...ruledAlone(rules)]).toEqual(['w']);
});
