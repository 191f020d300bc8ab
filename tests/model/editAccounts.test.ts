import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TerritoryOrNone } from '../../src/model/accountBook';
import { applySplit } from '../../src/model/applySplit';
import {
  addMeasure,
  balanceBy,
  branchSplit,
  freshSplitId,
  lockAccounts,
  moveAccounts,
  placeByName,
  removeAccounts,
  removeMeasure,
  removeSplit,
  setAccountBook,
  unlockAccounts,
  updateMeasure,
  updateSplit,
  withdrawOverride,
} from '../../src/model/editAccounts';
import { setAccountValue } from '../../src/model/editAccount';
import { removeTerritory } from '../../src/model/editTerritories';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan } from '../../src/model/plan';
import { sumInForce } from '../../src/model/sumInForce';
import { sumOfKind, sumSplit, weighAccounts } from '../../src/model/sumSplit';
import { accountId, measureId, splitId, territoryId, type AccountId } from '../../src/model/units';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';
import { planArbitrary } from '../support/planArbitrary';

const full = frozen(makeFullPlan());
const today = splitId('today');
const [a1, a2, a3] = ['a-1', 'a-2', 'a-3'].map(accountId) as [AccountId, AccountId, AccountId];
const [nordics, iberia] = [territoryId('nordics'), territoryId('iberia')];

const bookOf = (plan: Plan) => {
  if (plan.accountBook === undefined) throw new Error('the plan must have a book');
  return plan.accountBook;
};
const splitOf = (plan: Plan, id = today) => {
  const split = bookOf(plan).splits.find((each) => each.id === id);
  if (split === undefined) throw new Error(`the plan must have the split ${id}`);
  return split;
};
const sumsOf = (plan: Plan, id = today) =>
  sumSplit(
    bookOf(plan),
    splitOf(plan, id),
    plan.territories.map((each) => each.id),
  );

describe('sums', () => {
  test('are by territory and, last, of what is in none, and keep missing and zero apart', () => {
    expect(sumsOf(full)).toEqual([
      { territoryId: nordics, accounts: 1, sums: [120_000, 60], missing: [0, 0] },
      { territoryId: iberia, accounts: 1, sums: [0, 0], missing: [0, 1] },
      { territoryId: '', accounts: 1, sums: [0, 12.5], missing: [1, 0] },
    ]);
  });

  test('of a kind that the book does not measure are undefined, not zero', () => {
    const plan = updateMeasure(full, measureId('hours'), { kind: 'other' });
    const [first] = sumsOf(plan);
    expect(first && sumOfKind(bookOf(plan), first, 'potential')).toBe(120_000);
    expect(first && sumOfKind(bookOf(plan), first, 'workload')).toBeUndefined();
  });

  test('weights are the measure balanced by, or one an account', () => {
    expect(weighAccounts(bookOf(full))).toEqual([120_000, 0, 0]);
    expect(weighAccounts(bookOf(balanceBy(full, undefined)))).toEqual([1, 1, 1]);
  });
});

describe('a split in force', () => {
  test('sets potential and workload of the territories it knows, and nothing else', () => {
    const other = {
      id: territoryId('other'),
      name: 'Other',
      potential: full.territories[0]?.potential,
      workload: 7,
    };
    const before = frozen({ ...full, territories: [...full.territories, other] } as Plan);
    const plan = applySplit(before, splitId('fair'));
    expect(plan.territories).toEqual([
      { ...full.territories[0], potential: 120_000, workload: 60 },
      { ...full.territories[1], potential: 0, workload: 12.5 },
      other,
    ]);
    expect(plan.accountBook).toEqual({ ...before.accountBook, inForce: 'fair' });
    expect(plan.seats).toBe(before.seats);
    expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
  });

  test('leaves what the book does not measure', () => {
    const plan = applySplit(removeMeasure(full, measureId('spend')), today);
    expect(plan.territories[0]).toEqual({ ...full.territories[0], workload: 60 });
  });

  test('has its sums anew where accounts are corrected or removed; without one in force figures stay', () => {
    const plan = applySplit(full, today);
    const corrected = sumInForce(plan, setAccountValue(plan, a1, measureId('spend'), 7));
    expect(corrected.territories[0]).toMatchObject({ potential: 7, workload: 60 });
    const less = sumInForce(plan, removeAccounts(plan, [a1]));
    expect(less.territories[0]).toMatchObject({ potential: 0, workload: 0 });
    const { inForce: _none, ...loose } = bookOf(plan);
    const before = frozen({ ...plan, accountBook: loose });
    const edited = setAccountValue(before, a1, measureId('spend'), 7);
    expect(sumInForce(before, edited)).toBe(edited);
    expect(sumInForce(plan, plan)).toBe(plan);
  });

  test('of a territory that lost all of its accounts is zero, not what it was', () => {
    const plan = applySplit(moveAccounts(full, today, [a1], ''), today);
    expect(plan.territories[0]).toMatchObject({ potential: 0, workload: 0 });
  });
});

describe('edits', () => {
  test('move accounts, but neither locked ones nor those placed by name', () => {
    const moved = moveAccounts(full, today, [a1, a2, a3], iberia);
    expect(splitOf(moved).territoryOf).toEqual([iberia, iberia, iberia]);
    expect(splitOf(moveAccounts(full, today, [a1, a2], '')).territoryOf).toEqual(['', iberia, '']);
    expect(moveAccounts(full, splitId('fair'), [a3], '')).toBe(full);
    expect(moveAccounts(full, today, [a1], nordics)).toBe(full);
  });

  test('lock and unlock, each account once', () => {
    const locked = lockAccounts(full, today, [a1, a2, a1]);
    expect(splitOf(locked).locked).toEqual([a2, a1]);
    expect(lockAccounts(locked, today, [a1])).toBe(locked);
    expect(splitOf(unlockAccounts(locked, today, [a2])).locked).toEqual([a1]);
    expect(unlockAccounts(full, today, [a1])).toBe(full);
  });

  test('place by name over a lock, and withdraw it', () => {
    const placed = placeByName(full, today, a2, { to: nordics, reason: 'Asked for it' });
    expect(splitOf(placed)).toMatchObject({
      territoryOf: [nordics, nordics, ''],
      locked: [],
      overrides: [{ accountId: a2, reason: 'Asked for it' }],
    });
    const again = placeByName(placed, today, a2, { to: iberia, reason: 'No, here' });
    expect(splitOf(again).territoryOf[1]).toBe(iberia);
    expect(splitOf(again).overrides).toHaveLength(1);
    const free = withdrawOverride(again, today, a2);
    expect(splitOf(free)).not.toHaveProperty('overrides');
    expect(splitOf(moveAccounts(free, today, [a2], nordics)).territoryOf[1]).toBe(nordics);
  });

  test('branch a split under a fresh id, and what is done to the branch leaves its origin', () => {
    const id = freshSplitId(full);
    const plan = moveAccounts(branchSplit(full, today, { id, name: 'Two' }), id, [a1], iberia);
    expect(splitOf(plan, id)).toMatchObject({ name: 'Two', from: today, territoryOf: [iberia, iberia, ''] });
    expect(splitOf(plan)).toBe(splitOf(full));
    expect(removeSplit(plan, today).accountBook).toEqual({
      ...bookOf(full),
      splits: [splitOf(full, splitId('fair')), splitOf(plan, id)].map(({ from: _, ...split }) => split),
      inForce: undefined,
    });
  });

  test('remove accounts and measures from all that is aligned with them', () => {
    const fewer = removeAccounts(full, [a2]);
    expect(splitOf(fewer)).toMatchObject({ territoryOf: [nordics, ''], locked: [] });
    expect(removeAccounts(full, [accountId('nobody')])).toBe(full);
    const more = addMeasure(full, { id: measureId('fleet'), name: 'Fleet', kind: 'other' }, [3, null]);
    expect(bookOf(more).accounts.map(({ values }) => values[2])).toEqual([3, null, null]);
    const less = removeMeasure(more, measureId('spend'));
    expect(bookOf(less).accounts.map(({ values }) => values)).toEqual([
      [60, 3],
      [null, null],
      [12.5, null],
    ]);
    expect(bookOf(less)).not.toHaveProperty('balancedBy');
    for (const plan of [fewer, more, less]) expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
  });

  test('a plan without a book is left as it is, and a book can be taken away', () => {
    const bare = setAccountBook(full, undefined);
    expect(bare).not.toHaveProperty('accountBook');
    expect(moveAccounts(bare, today, [a1], '')).toBe(bare);
    expect(applySplit(bare, today)).toBe(bare);
  });

  test('accounts of a territory that is removed are in none', () => {
    const plan = removeTerritory(full, iberia);
    expect(splitOf(plan).territoryOf).toEqual([nordics, '', '']);
    expect(splitOf(plan, splitId('fair')).territoryOf).toEqual([nordics, '', '']);
    expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
  });
});

type Edit = readonly [
  split: number,
  accounts: readonly number[],
  to: number,
  kind: 'move' | 'lock' | 'unlock',
];
const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.nat(2),
  fc.array(fc.nat(7), { maxLength: 5 }),
  fc.nat(3),
  fc.constantFrom('move', 'move', 'lock', 'unlock'),
);

/** The edit, of the split, accounts and territory that these numbers point at. */
function make(plan: Plan, [split, accounts, to, kind]: Edit): Plan {
  const book = plan.accountBook;
  const id = book?.splits[split]?.id;
  if (book === undefined || id === undefined) return plan;
  const chosen = accounts.flatMap((index) => book.accounts[index]?.id ?? []);
  const targets: readonly TerritoryOrNone[] = ['', ...plan.territories.map((each) => each.id)];
  if (kind === 'lock') return lockAccounts(plan, id, chosen);
  return kind === 'unlock'
    ? unlockAccounts(plan, id, chosen)
    : moveAccounts(plan, id, chosen, targets[to % targets.length] ?? '');
}

describe('laws, over any plans and edits', () => {
  const whole = planArbitrary.filter((plan) => (plan.accountBook?.splits.length ?? 0) > 0);

  test('after any edits every account is in one place, the total stays, locks hold and the plan is sound', () => {
    fc.assert(
      fc.property(whole, fc.array(edit, { maxLength: 8 }), (start, edits) => {
        let plan = frozen(start);
        for (const each of edits) {
          const before = plan;
          plan = frozen(make(plan, each));
          bookOf(plan).splits.forEach(({ locked, territoryOf }, index) => {
            const was = bookOf(before).splits[index];
            if (each[3] !== 'move') expect(territoryOf).toBe(was?.territoryOf);
            bookOf(plan).accounts.forEach(({ id }, account) => {
              if (locked.includes(id)) expect(territoryOf[account]).toBe(was?.territoryOf[account]);
            });
          });
        }
        const book = bookOf(plan);
        expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
        for (const split of book.splits) {
          const whole = {
            ...book,
            accounts: book.accounts.map((each) => ({
              ...each,
              values: each.values.map((value) => (value === null ? null : Math.round(value))),
            })),
          };
          const sums = sumSplit(
            whole,
            split,
            plan.territories.map(({ id }) => id),
          );
          expect(sums.reduce((sum, row) => sum + row.accounts, 0)).toBe(book.accounts.length);
          book.measures.forEach((_, measure) => {
            const total = sums.reduce((sum, row) => sum + (row.sums[measure] ?? 0), 0);
            expect(total).toBe(whole.accounts.reduce((sum, { values }) => sum + (values[measure] ?? 0), 0));
            const missing = sums.reduce((sum, row) => sum + (row.missing[measure] ?? 0), 0);
            expect(missing).toBe(book.accounts.filter(({ values }) => values[measure] === null).length);
          });
        }
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  test('what was moved away and back again has the same sums to the last bit, and the same plan', () => {
    fc.assert(
      fc.property(whole, edit, (start, [split, accounts, to]) => {
        const plan = frozen(start);
        const before = bookOf(plan).splits[split];
        if (before === undefined) return;
        const moved = make(plan, [split, accounts, to, 'move']);
        const back = updateSplit(moved, before.id, { territoryOf: before.territoryOf });
        expect(back).toEqual(plan);
        expect(sumsOf(back, before.id)).toEqual(sumsOf(plan, before.id));
      }),
      { seed: 12, numRuns: 100 },
    );
  });
});
