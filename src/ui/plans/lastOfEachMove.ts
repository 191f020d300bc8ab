import type { PlanVersion } from '../../state/library.svelte';

/** Milliseconds between two versions of one move: a drag is saved while it goes on. */
const WITHIN = 3_000;

/** `Attrition: 115 %` and `Attrition: 130 %` are of one subject. */
const subject = (label: string): string | undefined =>
  label.includes(': ') ? label.slice(0, label.indexOf(': ')) : undefined;

/**
 * The versions to show of a history, newest first: of those saved on the way of one move (a lever dragged, undo pressed
 * many times) the last alone. The newest and the oldest always stay.
 */
export function lastOfEachMove(versions: readonly PlanVersion[]): readonly PlanVersion[] {
  return versions.filter((version, index) => {
    const next = versions[index - 1];
    if (!next || index === versions.length - 1) return true;
    const sameMove = subject(version.label) !== undefined && subject(version.label) === subject(next.label);
    return !sameMove || Date.parse(next.savedAt) - Date.parse(version.savedAt) > WITHIN;
  });
}
