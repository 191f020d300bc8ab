import type { TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { applySplit } from '../model/applySplit';
import {
  branchSplit,
  freshSplitId,
  lockAccounts,
  moveAccounts,
  removeSplit,
  unlockAccounts,
  updateSplit,
} from '../model/editAccounts';
import { sumInForce } from '../model/sumInForce';
import { countUnits } from '../model/unitNoun';
import type { AccountId } from '../model/units';
import type { ChosenSplits } from './chosenSplits.svelte';

/** What the hand does to splits of the plan, each one step of undo; what it has placed is known until the next repair. */
export class SplitEdits {
  readonly #chosen: ChosenSplits;
  #placed = $state.raw<ReadonlyMap<AccountId, TerritoryOrNone>>(new Map());

  constructor(chosen: ChosenSplits) {
    this.#chosen = chosen;
  }

  /** Accounts that the hand has put where they are since the last repair: they stay in the next one. */
  readonly placedByHand = $derived.by((): ReadonlySet<AccountId> => {
    const { accounts, split } = this.#chosen;
    const still = [...this.#placed].filter(
      ([id, to]) => split?.territoryOf[accounts.placeOf.get(id) ?? -1] === to,
    );
    return new Set(still.map(([id]) => id));
  });

  forgetPlaced(): void {
    this.#placed = new Map();
  }

  /** Moves accounts of the split on the map; those that are fixed stay, and it says so. */
  move(ids: readonly AccountId[], to: TerritoryOrNone): void {
    const { accounts, fixed, session, split } = this.#chosen;
    if (!split) return;
    const free = ids.filter((id) => !fixed.has(id));
    const name = to === '' ? 'no territory' : (accounts.nameOf.get(to) ?? to);
    const before = session.plan;
    session.change(`Move ${countUnits(free.length, accounts.noun)} to ${name}`, (plan) =>
      sumInForce(plan, moveAccounts(plan, split.id, free, to), split.id),
    );
    if (session.plan !== before)
      this.#placed = new Map([...this.#placed, ...free.map((id) => [id, to] as const)]);
    const held = ids.length - free.length;
    if (held > 0)
      session.notices.say(`${countUnits(held, accounts.noun)} stayed: locked, or placed by name.`);
  }

  /** Puts the repaired split in place of the edited one; what the hand had placed is no longer held. */
  mend(
    split: TerritorySplit,
    { territoryOf, pieces }: { readonly territoryOf: readonly TerritoryOrNone[]; readonly pieces: boolean },
  ): void {
    const inPieces = pieces ? true : undefined;
    this.#chosen.session.change(`Heal ${split.name}`, (plan) =>
      sumInForce(plan, updateSplit(plan, split.id, { territoryOf, inPieces }), split.id),
    );
    this.forgetPlaced();
  }

  /** Locks accounts of the split on the map, or frees them where all of them are locked. */
  toggleLock(ids: ReadonlySet<AccountId>): void {
    const { accounts, session, split } = this.#chosen;
    const all = [...ids];
    if (!split || all.length === 0) return;
    const locked = new Set(split.locked);
    const frees = all.every((id) => locked.has(id));
    const edit = frees ? unlockAccounts : lockAccounts;
    session.change(`${frees ? 'Unlock' : 'Lock'} ${countUnits(all.length, accounts.noun)}`, (plan) =>
      edit(plan, split.id, all),
    );
  }

  /** Copies a split beside the others, and chooses the copy. */
  branch(split: TerritorySplit): void {
    const { session } = this.#chosen;
    const id = freshSplitId(session.plan);
    const name = `${split.name} (branch)`;
    session.change(`Branch ${split.name}`, (plan) => branchSplit(plan, split.id, { id, name }));
    this.#chosen.choose(id);
  }

  rename(split: TerritorySplit, name: string): void {
    this.#chosen.session.change('Rename a split', (plan) => updateSplit(plan, split.id, { name }));
  }

  remove(split: TerritorySplit): void {
    this.#chosen.session.change(`Remove ${split.name}`, (plan) => removeSplit(plan, split.id));
  }

  /** Puts a split in force: the territories' potential and workload become its sums. */
  apply(split: TerritorySplit): void {
    this.#chosen.session.change(`Apply ${split.name}`, (plan) => applySplit(plan, split.id));
  }
}
