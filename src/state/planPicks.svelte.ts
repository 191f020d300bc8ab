import type { PlanId } from '../model/units';
import type { PlanCard } from './library.svelte';
import { freeSlot, samePick, suggestPicks, type PlanPick, type Slot } from './planPick';

type Chosen = Omit<PlanPick, 'slot'>;

/**
 * Which plans are to be compared. Apart from the comparison itself, so that a plan can be chosen anywhere and only the room
 * that compares has to know how.
 */
export class PlanPicks {
  #list = $state.raw<readonly PlanPick[]>([]);
  #chosen = false;

  get list(): readonly PlanPick[] {
    return this.#list;
  }

  /** Puts one more plan beside the others. One that is there already is not added. */
  add(pick: Chosen): void {
    const slot = freeSlot(this.#list);
    if (slot && !this.#list.some((each) => samePick(each, pick)))
      this.#choose([...this.#list, { slot, ...pick }]);
  }

  /** Chooses another plan, or another version of it, in the place and colour of one. */
  replace(slot: Slot, pick: Chosen): void {
    this.#choose(this.#list.map((each) => (each.slot === slot ? { slot, ...pick } : each)));
  }

  remove(slot: Slot): void {
    this.#choose(this.#list.filter((pick) => pick.slot !== slot));
  }

  /** Puts these two side by side, and nothing else. */
  choosePair(first: Chosen, second: Chosen): void {
    this.#choose([
      { slot: 1, ...first },
      { slot: 2, ...second },
    ]);
  }

  /** Follows the plan on screen until somebody has chosen (see `suggestPicks`). */
  suggest(onScreen: PlanId, cards: readonly PlanCard[]): void {
    if (this.#chosen) return;
    const picks = suggestPicks(onScreen, cards);
    const known =
      this.#list.length === picks.length && picks.every((pick, index) => this.#list[index]?.id === pick.id);
    if (!known) this.#list = picks;
  }

  #choose(picks: readonly PlanPick[]): void {
    this.#chosen = true;
    this.#list = picks;
  }
}
