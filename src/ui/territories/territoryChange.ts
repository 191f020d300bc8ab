import { updateTerritory } from '../../model/editTerritories';
import type { Patch } from '../../model/patch';
import type { Territory } from '../../model/plan';
import { refusalOf } from '../../model/refusalOf';
import type { Session } from '../../state/session.svelte';

/** How the fields of one territory, in its row or its dialog, change it. */
export interface TerritoryChange {
  /** Takes new figures over, as one step of undo; `what` names them: `the potential`. */
  change(what: string, patch: Patch<Territory>): void;
  /** Why the plan refuses them, in words; undefined where it does not. */
  fault(patch: Patch<Territory>): string | undefined;
}

/** The changes of that territory. */
export const territoryChange = (session: Session, territory: Territory): TerritoryChange => ({
  change: (what, patch) =>
    session.change(`Change ${what} of ${territory.name}`, (plan) =>
      updateTerritory(plan, territory.id, patch),
    ),
  fault: (patch) => refusalOf(updateTerritory(session.plan, territory.id, patch)),
});
