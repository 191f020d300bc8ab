import type { PlanId } from '../model/units';
import type { PlanCard } from './library.svelte';

/** Colours that plans side by side have, and so how many there can be. */
export const SLOTS = [1, 2, 3, 4] as const;
export type Slot = (typeof SLOTS)[number];

/** A plan chosen to be compared. */
export interface PlanPick {
  /** Its colour, kept while others come and go. */
  readonly slot: Slot;
  readonly id: PlanId;
  /** An earlier version; the plan as it is now where absent. */
  readonly revision?: number;
}

/** The first colour that none of them has. */
export const freeSlot = (picks: readonly PlanPick[]): Slot | undefined =>
  SLOTS.find((slot) => !picks.some((pick) => pick.slot === slot));

/** Whether two picks are of the same plan at the same version. */
export const samePick = (one: Omit<PlanPick, 'slot'>, other: Omit<PlanPick, 'slot'>): boolean =>
  one.id === other.id && one.revision === other.revision;

/**
 * What is compared before anybody chose: the plan that the one on screen is a branch of, and it; or it and its newest
 * branch; or it alone.
 */
export function suggestPicks(onScreen: PlanId, cards: readonly PlanCard[]): PlanPick[] {
  const origin = cards.find(({ id }) => id === onScreen)?.branchOf;
  const parent = cards.find(({ id }) => id === origin)?.id;
  const branch = cards.find(({ branchOf }) => branchOf === onScreen)?.id;
  const pair = parent ? [parent, onScreen] : branch ? [onScreen, branch] : [onScreen];
  return pair.flatMap((id, index) => {
    const slot = SLOTS[index];
    return slot ? [{ slot, id }] : [];
  });
}
