import { describe, expect, it } from 'vitest';
import { applySplit } from '../../src/model/applySplit';
import { moveAccounts, setAccountBook } from '../../src/model/editAccounts';
import { outsideTerritories } from '../../src/model/outsideTerritories';
import type { Plan } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { splitId } from '../../src/model/units';
import { makeBookPlan } from '../support/makeBookPlan';

const plan = makeBookPlan(makeStartUpSample(), 30, 3);
const today = splitId('split-1');
const held = ({ territories }: Plan) => territories.reduce((sum, each) => sum + (each.potential ?? 0), 0);

describe('what is in no territory', () => {
  it('is told as long as a split in force leaves anything out', () => {
    expect(outsideTerritories(plan)).toBeUndefined();
    expect(outsideTerritories(setAccountBook(plan, undefined))).toBeUndefined();
    const [first, second] = plan.accountBook?.accounts ?? [];
    const moved = moveAccounts(plan, today, first && second ? [first.id, second.id] : [], '');
    expect(outsideTerritories(moved)).toEqual({
      accounts: 2,
      potential: (first?.values[0] ?? 0) + (second?.values[0] ?? 0),
      unknown: 0,
    });
    const { inForce: _none, ...book } = moved.accountBook!;
    expect(outsideTerritories({ accountBook: book })).toBeUndefined();
  });

  it('is never lost: with what territories hold it is all that there is', () => {
    const ids = plan.accountBook?.accounts.slice(3, 12).map(({ id }) => id) ?? [];
    const applied = applySplit(moveAccounts(plan, today, ids, ''), today);
    expect(held(applied) + (outsideTerritories(applied)?.potential ?? 0)).toBe(held(plan));
  });

  it('what is not known is counted, and is no zero', () => {
    const book = plan.accountBook!;
    const accounts = book.accounts.map((each, place) =>
      place === 0 ? { ...each, values: [null, 1] } : each,
    );
    const blank = moveAccounts({ ...plan, accountBook: { ...book, accounts } }, today, [accounts[0]!.id], '');
    expect(outsideTerritories(blank)).toEqual({ accounts: 1, potential: 0, unknown: 1 });
  });
});
