import type { AccountBook, TerritorySplit } from '../model/accountBook';
import { fixedAccounts } from '../model/editAccounts';
import type { AccountId, SplitId } from '../model/units';
import { AccountUnits } from './accountUnits.svelte';
import type { Session } from './session.svelte';
import type { SplitTools } from './splitTools';

/** Of the plan's splits the one that is looked at, and the one that it is held against. */
export class ChosenSplits {
  readonly session: Session;
  readonly accounts: AccountUnits;
  #chosen = $state.raw<SplitId>();
  #compared = $state.raw<SplitId>();

  /** Without `tools` areas have no outlines. */
  constructor(session: Session, tools?: Pick<SplitTools, 'loadAreaRunner'>) {
    this.session = session;
    this.accounts = new AccountUnits(session, tools);
  }

  get book(): AccountBook | undefined {
    return this.accounts.book;
  }

  get splits(): readonly TerritorySplit[] {
    return this.book?.splits ?? [];
  }

  readonly inForce = $derived.by(() => this.splits.find(({ id }) => id === this.book?.inForce));
  /** The split on the map. */
  readonly split = $derived.by(
    () => this.splits.find(({ id }) => id === this.#chosen) ?? this.inForce ?? this.splits[0],
  );
  /** The one that it is held against: as chosen, else the one in force, else the first; never itself. */
  readonly other = $derived.by(() => {
    const all = this.splits.filter((each) => each !== this.split);
    const chosen = all.find(({ id }) => id === this.#compared);
    // Against a split that assigns nothing, all would have moved.
    const others = all.filter(({ territoryOf }) => territoryOf.some((id) => id !== ''));
    return (
      chosen ??
      others.find((each) => each === this.inForce) ??
      others.find(({ id }) => id === this.split?.from) ??
      others[0]
    );
  });
  /** Accounts of the split on the map that are locked or placed by name. */
  readonly fixed = $derived.by((): ReadonlySet<AccountId> =>
    this.split ? fixedAccounts(this.split) : new Set(),
  );

  choose(id: SplitId): void {
    this.#chosen = id;
  }

  compareWith(id: SplitId): void {
    this.#compared = id;
  }
}
