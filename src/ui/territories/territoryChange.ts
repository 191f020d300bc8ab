import { updateTerritory } from '../../model/editTerritories';
import type { Patch } from '../../model/patch';
import type { Territory } from '../../model/plan';
import type { Session } from '../../state/session.svelte';
import { tryChange } from '../kit/tryChange';

/**
 * How the fields of one territory, in its row or its dialog, take new figures over, as one step of undo; `what` names
 * them: `the potential`. Returns why the plan refuses them, in words, where it does.
 */
export type TerritoryChange = (what: string, patch: Patch<Territory>) => string | undefined;

/** The changes of that territory. */
export const territoryChange =
  (session: Session, territory: Territory): TerritoryChange =>
  (what, patch) =>
    tryChange(session, `Change ${what} of ${territory.name}`, (plan) =>
      updateTerritory(plan, territory.id, patch),
    );
