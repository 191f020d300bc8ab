import type { PlanId } from '../model/units';
import type { Session } from './session.svelte';
import { AccountTables } from './accountTables.svelte';
import { AreaImport } from './areaImport.svelte';
import { DesignFrontier } from './designFrontier.svelte';
import { RepMatching } from './repMatching.svelte';
import { SplitDesign } from './splitDesign.svelte';
import { SplitDesk } from './splitDesk.svelte';
import { SplitOutcomes } from './splitOutcomes.svelte';
import { SplitTradeOff } from './splitTradeOff.svelte';
import type { SplitTools } from './splitTools';

/** All that the map of a plan works with. */
export interface SplitWorkspace {
  readonly desk: SplitDesk;
  readonly design: SplitDesign;
  readonly frontier: DesignFrontier;
  readonly reps: RepMatching;
  readonly outcomes: SplitOutcomes;
  readonly tradeOff: SplitTradeOff;
  readonly tables: AccountTables;
  readonly areas: AreaImport;
}

const kept = new WeakMap<Session, { readonly plan: PlanId; readonly workspace: SplitWorkspace }>();

/**
 * The workspace of the plan on screen: kept while one looks at other rooms, made anew for another plan. Not to be called
 * while a component is set up: what is derived in it would end with that component.
 */
export function splitWorkspace(session: Session, tools: SplitTools): SplitWorkspace {
  const plan = session.plan.id;
  const before = kept.get(session);
  if (before?.plan === plan) return before.workspace;
  before?.workspace.design.cancel();
  before?.workspace.frontier.cancel();
  before?.workspace.tradeOff.cancel();
  before?.workspace.areas.cancel();
  const desk = new SplitDesk(session, tools);
  const design = new SplitDesign(desk, tools);
  const outcomes = new SplitOutcomes(desk, tools);
  const workspace = {
    desk,
    design,
    frontier: new DesignFrontier(desk, design.settings, tools),
    reps: new RepMatching(desk, tools),
    outcomes,
    tradeOff: new SplitTradeOff(desk, design.settings, outcomes, tools),
    tables: new AccountTables(session, tools),
    areas: new AreaImport(session, tools),
  };
  kept.set(session, { plan, workspace });
  return workspace;
}
