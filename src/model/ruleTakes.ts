import type { AccountBook, TerritorySplit } from './accountBook';
import { fixedAccounts } from './editAccounts';
import { matchRules } from './matchRules';
import { weighAccounts } from './sumSplit';

/** What a rule takes of a book, and what keeps it from more. */
export interface RuleTake {
  readonly accounts: number;
  /** Of what splits are balanced by, as a share of all. */
  readonly share: number;
  /** Accounts that meet it and go by an earlier rule. */
  readonly earlier: number;
  /** Accounts that meet it and stay in another territory, locked or placed by name; the first few by name. */
  readonly elsewhere: number;
  readonly elsewhereNames: readonly string[];
}

const NAMED = 3;

/** What each rule of a split takes, in their order. Cost: accounts times tests. */
export function ruleTakes(book: AccountBook, split: TerritorySplit): RuleTake[] {
  const rules = split.rules ?? [];
  const fixed = fixedAccounts(split);
  const weights = weighAccounts(book);
  const total = weights.reduce((sum, each) => sum + each, 0);
  const first = matchRules(book, rules);
  return rules.map((rule, place) => {
    const own = matchRules(book, [rule]);
    const met = Array.from(own.keys()).filter((account) => own[account] === 0);
    const isFixed = (account: number) => {
      const id = book.accounts[account]?.id;
      return id !== undefined && fixed.has(id);
    };
    const elsewhere = met.filter(
      (account) => isFixed(account) && split.territoryOf[account] !== rule.territoryId,
    );
    const free = met.filter((account) => !isFixed(account));
    const taken = free.filter((account) => first[account] === place);
    return {
      accounts: taken.length,
      share: total > 0 ? taken.reduce((sum, account) => sum + (weights[account] ?? 0), 0) / total : 0,
      earlier: free.length - taken.length,
      elsewhere: elsewhere.length,
      elsewhereNames: elsewhere.slice(0, NAMED).map((account) => book.accounts[account]?.name ?? ''),
    };
  });
}
