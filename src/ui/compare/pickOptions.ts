import type { PlanId } from '../../model/units';
import type { PlanVersion } from '../../state/library.svelte';
import type { Session } from '../../state/session.svelte';
import { lastOfEachMove } from '../plans/lastOfEachMove';
import { savedWhen } from '../plans/savedWhen';

/** Versions that are offered: beyond these people look in the plan's history. */
const MOST_VERSIONS = 30;
export const NOW = 'now';

export interface PlanOption {
  readonly value: PlanId;
  readonly label: string;
}

/** Every plan that can be compared: the one on screen, and those kept on this device. */
export function planOptions(session: Session): PlanOption[] {
  const { opened, plan, library } = session;
  const kept = library.cards
    .filter(({ id }) => !opened || id !== plan.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  return opened ? [{ value: plan.id, label: `${plan.name} (open)` }, ...kept] : kept;
}

/** The versions of a plan to choose from: as it is now, then earlier ones, newest first. */
export function versionOptions(
  versions: readonly PlanVersion[],
  chosen: number | undefined,
  now: Date,
): { readonly value: string; readonly label: string }[] {
  const earlier = lastOfEachMove(versions).slice(1, MOST_VERSIONS + 1);
  const kept = versions.find(({ revision }) => revision === chosen);
  const listed = kept && !earlier.includes(kept) ? [...earlier, kept] : earlier;
  return [
    { value: NOW, label: 'As it is now' },
    ...listed.map(({ revision, label, savedAt }) => ({
      value: String(revision),
      label: `Version ${revision}: ${label}, ${savedWhen(savedAt, now)}`,
    })),
  ];
}
