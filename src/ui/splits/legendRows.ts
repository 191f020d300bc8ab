import type { HomeKm } from '../../territory/homeKm';
import { groupTerritories, type TerritoryGrouping } from '../../model/groupTerritories';
import type { Plan } from '../../model/plan';
import type { TerritoryId } from '../../model/units';
import type { SplitFigures } from '../../territory/splitFigures';

/** A territory of the legend. */
export interface LegendRow {
  readonly id: TerritoryId;
  readonly name: string;
  readonly load: number;
  readonly deviation: number;
  readonly accounts: number;
  readonly pieces: number;
  readonly seats: number;
  /** Whether rules alone fill it: it has no fair share. */
  readonly byRules: boolean;
  /** How far its accounts are from the homes of its reps, where these are known. */
  readonly home?: HomeKm;
}

/** Territories added up; the name is absent where all are in one list. */
export interface LegendGroup {
  readonly id: string;
  readonly name?: string;
  readonly rows: readonly LegendRow[];
  readonly load: number;
  /** From as many fair shares as it has territories. */
  readonly deviation: number;
  readonly accounts: number;
  readonly seats: number;
  readonly byRules: boolean;
}

export interface LegendOptions {
  /** The territories that share the map. */
  readonly onMap: readonly TerritoryId[];
  /** In the order of the figures. */
  readonly homes: readonly (HomeKm | undefined)[];
}

/** The territories of a split, in one list or by region or manager. */
export function legendGroups(
  plan: Plan,
  figures: SplitFigures,
  nameOf: ReadonlyMap<string, string>,
  by: TerritoryGrouping | 'none',
  { onMap, homes }: LegendOptions = { onMap: figures.order, homes: [] },
): LegendGroup[] {
  const seats = new Map<string, number>();
  for (const { territoryId } of plan.seats)
    if (territoryId !== undefined) seats.set(territoryId, (seats.get(territoryId) ?? 0) + 1);
  const { measures } = figures;
  const rows = new Map(
    figures.order.map((id, place): [string, LegendRow] => {
      const home = homes[place];
      const row = {
        id,
        name: nameOf.get(id) ?? id,
        load: measures.loads[place] ?? 0,
        deviation: measures.deviations[place] ?? 0,
        accounts: figures.accounts[place] ?? 0,
        pieces: figures.pieces[place] ?? 0,
        seats: seats.get(id) ?? 0,
        byRules: !onMap.includes(id),
        ...(home && { home }),
      };
      return [id, row];
    }),
  );
  const shared = [...rows.values()].filter(({ byRules }) => !byRules);
  const share = shared.reduce((sum, { load }) => sum + load, 0) / Math.max(1, shared.length);
  const groups = by === 'none' ? [{ territories: figures.order }] : groupTerritories(plan, by, figures.order);
  return groups.map((group): LegendGroup => {
    const own = group.territories.flatMap((id) => rows.get(id) ?? []);
    const sum = (of: (row: LegendRow) => number) => own.reduce((total, row) => total + of(row), 0);
    const load = sum((row) => row.load);
    const sharing = own.filter(({ byRules }) => !byRules);
    const held = sharing.reduce((total, row) => total + row.load, 0);
    return {
      id: 'id' in group ? group.id : '',
      ...('name' in group && { name: group.name }),
      rows: own,
      load,
      deviation: share > 0 && sharing.length > 0 ? held / (share * sharing.length) - 1 : 0,
      byRules: sharing.length === 0,
      accounts: sum((row) => row.accounts),
      seats: sum((row) => row.seats),
    };
  });
}
