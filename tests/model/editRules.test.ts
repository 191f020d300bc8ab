import { expect, test } from 'vitest';
import { addRule, raiseRule, removeRule, shareMap } from '../../src/model/editRules';
import { parsePlan } from '../../src/model/parsePlan';
import { removeMeasure } from '../../src/model/editAccounts';
import { removeTerritory } from '../../src/model/editTerritories';
import type { Plan } from '../../src/model/plan';
import { ruleTakes } from '../../src/model/ruleTakes';
import { accountId, measureId, splitId, territoryId } from '../../src/model/units';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';

const plan = frozen(makeFullPlan());
const [today, fair] = ['today', 'fair'].map(splitId) as [
  ReturnType<typeof splitId>,
  ReturnType<typeof splitId>,
];
const rulesIn = (next: Plan, id = fair) => next.accountBook?.splits.find((each) => each.id === id)?.rules;
const iberia = { when: [{ kind: 'owner', anyOf: ['Ines'] }], territoryId: territoryId('iberia') } as const;

test('rules are added at the end, raised and removed, and the plan parses after each', () => {
  const added = addRule(plan, today, iberia);
  const raised = raiseRule(plan, fair, 1);
  const shared = shareMap(plan, fair, 0, false);
  const bare = removeRule(added, today, 0);
  expect(rulesIn(added, today)).toEqual([iberia]);
  expect(rulesIn(raised)?.map(({ territoryId: id }) => id)).toEqual(['iberia', 'nordics']);
  expect(rulesIn(shared)?.[0]).not.toHaveProperty('sharesMap');
  expect(rulesIn(bare, today)).toBeUndefined();
  expect(raiseRule(plan, fair, 0)).toBe(plan);
  for (const next of [added, raised, shared, bare])
    expect(parsePlan(JSON.parse(JSON.stringify(next))).ok).toBe(true);
});

test('rules of a territory or a measure that is gone go with it', () => {
  expect(rulesIn(removeTerritory(plan, territoryId('nordics')))?.map((rule) => rule.territoryId)).toEqual([
    'iberia',
  ]);
  expect(rulesIn(removeMeasure(plan, measureId('hours')))?.map((rule) => rule.territoryId)).toEqual([
    'nordics',
  ]);
});

test('a rule says what it takes, what goes earlier, and what is held elsewhere by name', () => {
  const book = plan.accountBook!;
  const split = {
    ...book.splits[0]!,
    locked: [accountId('a-2')],
    rules: [iberia, { ...iberia, territoryId: territoryId('nordics') }],
  };
  expect(ruleTakes(book, split)).toEqual([
    { accounts: 1, share: 1, earlier: 0, elsewhere: 0, elsewhereNames: [] },
    { accounts: 0, share: 0, earlier: 1, elsewhere: 0, elsewhereNames: [] },
  ]);
  const held = { ...split, locked: [accountId('a-1')] };
  expect(ruleTakes(book, held)[0]).toEqual({
    accounts: 0,
    share: 0,
    earlier: 0,
    elsewhere: 1,
    elsewhereNames: ['Fjord Foods'],
  });
});
