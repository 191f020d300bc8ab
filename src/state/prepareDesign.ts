import type { TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { fail, succeed, type Result } from '../model/problem';
import type { SplitRunner } from '../runner/splitRunner';
import type { SplitTask } from '../../workers/protocol';
import { prepareTask, type PreparedTask } from '../territory/prepareTask';
import { relabelSplit } from '../territory/relabelSplit';
import type { Split } from '../territory/units';
import { fixedUnits, putUnits, splitOfUnits } from '../territory/unitsOfBook';
import { designOrder, whyNot } from './designOrder';
import type { SplitDesk } from './splitDesk.svelte';

/** How a split is to be made from another. */
export interface DesignRecipe {
  /** From 0, afresh, to 1, as few moves as can be. */
  readonly stickiness: number;
  readonly tolerance: number;
}

/** Seeds tried for each: the same ones every time, so that the same recipe gives the same split. */
const SEEDS = 2;
/** What stays put weighs this much more than all else when territories are matched by name. */
const STAYS = 1e6;

export interface PreparedDesign {
  /** Territories by account under a split made by that recipe, which is put nowhere. */
  make(
    recipe: DesignRecipe,
    by: { readonly runner: SplitRunner; readonly signal: AbortSignal },
  ): Promise<Result<readonly TerritoryOrNone[]>>;
}

/** Splits into as many territories as the one on the map has, to be made from it as it is now, or why there can be none. */
export function prepareDesign(desk: SplitDesk, split: TerritorySplit): Result<PreparedDesign> {
  const { book } = desk;
  const { map } = desk.accounts;
  const territories = desk.order.length;
  const order = designOrder(desk, split, territories);
  const why = whyNot(desk, split, order, territories);
  if (why || !book) return fail(why ? [why] : []);
  const fixed = fixedUnits(map, book, split);
  const prepared = prepareTask(map.units, splitOfUnits(map, split.territoryOf, order), {
    territories,
    fixed,
  });
  const { seed } = desk.session.plan.run;
  const { territoryOf } = split;
  return succeed({
    async make(recipe, { runner, signal }) {
      const task = taskOf(prepared, { ...recipe, seed });
      const made = await runner.make(prepared.units, task, { seeds: SEEDS, signal });
      if (!made.ok) return made;
      const found =
        task.kind === 'design' ? relabel(made.value.split, prepared, territories) : made.value.split;
      return succeed(putUnits(map, prepared.putBack(found), { territoryOf, territories: order, fixed }));
    },
  });
}

function taskOf(
  { start, locked, targets }: PreparedTask,
  { stickiness, tolerance, seed }: DesignRecipe & { readonly seed: number },
): SplitTask {
  const common = { targets, tolerance, seed };
  if (stickiness > 0) return { ...common, kind: 'rebalance', current: start, stickiness, locked };
  const locks = Int32Array.from(start, (territory, unit) => (locked[unit] ? territory : -1));
  return { ...common, kind: 'design', ...(locked.includes(1) && { locks }) };
}

/** Territories of a fresh split are named so that as much as can be keeps the one it has. */
function relabel(found: Split, { units, locked, current }: PreparedTask, names: number): Split {
  const total = units.weight.reduce((sum, each) => sum + each, 0);
  const worth = units.weight.map((own, unit) => (locked[unit] ? STAYS * total : own));
  return relabelSplit(found, current, worth, names);
}
