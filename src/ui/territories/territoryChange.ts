import { updateTerritory } from '../../model/editTerritories';
import type { Patch } from '../../model/patch';
import type { Territory } from '../../model/plan';
import { refusalOf } from '../../model/refusalOf';
import type { Session } from '../../state/session.svelte';

/**
 * How the fields of one territory, in its row or its dialog, take new figures over, as one step of undo; `what` names
 * them: `the potential`. Returns why the plan refuses them, in words, where it does.
 */
export type TerritoryChange = (what: string, patch: Patch<Territory>) => string | undefined;

/** The changes of that territory. */
export const territoryChange =
  (session: Session, territory: Territory): TerritoryChange =>
  (what, patch) => {
    const next = updateTerritory(session.plan, territory.id, patch);
    const fault = session.shared ? undefined : refusalOf(next);
    if (fault === undefined) session.change(`Change ${what} of ${territory.name}`, () => next);
    return fault;
  };
