import type { AccountBook, TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { matchRules, ruledAlone } from '../model/matchRules';

/** Of a split what the map has no say in, and so is not held to lie in one piece or to weigh alike. */
export interface Apart {
  /** Of each account whether it is placed by name or meets a rule (1). */
  readonly named: Uint8Array;
  /** Of each account the one that its family goes with; itself where it has none. */
  readonly leaders: Int32Array;
  /** Territories that rules alone fill. */
  readonly alone: ReadonlySet<TerritoryOrNone>;
}

/** What of a split lies apart; undefined where nothing does. `leaders` as of `familyLeaders`. Linear in accounts times rules. */
export function apartOf(
  book: AccountBook,
  { overrides = [], rules = [] }: Pick<TerritorySplit, 'overrides' | 'rules'>,
  leaders: Int32Array,
): Apart | undefined {
  if (overrides.length + rules.length === 0 && leaders.every((leader, place) => leader === place))
    return undefined;
  const byName = new Set(overrides.map(({ accountId }) => accountId));
  const met = matchRules(book, rules);
  return {
    named: Uint8Array.from(book.accounts, ({ id }, place) =>
      byName.has(id) || (met[place] ?? -1) >= 0 ? 1 : 0,
    ),
    leaders,
    alone: ruledAlone(rules),
  };
}
