import type { Plan } from './plan';
import { territoryColumns } from './territoryColumns';
import { tsvCell } from './tsvCell';

/** To cents: a spreadsheet's lone point before three digits is read as grouping thousands. */
const figure = (value: number) => String(Number(value.toFixed(2)));

/** The plan's territories as a tab-separated block with headings; `parseTerritoryRows` reads it back. */
export function formatTerritoryRows(plan: Plan): string {
  const regions = new Map(plan.regions.map(({ id, name }) => [id, name]));
  const rows = plan.territories.map(({ id, name, regionId, potential, workload }) => [
    name,
    (regionId && regions.get(regionId)) ?? '',
    potential === undefined ? '' : figure(potential),
    figure(workload),
    plan.seats
      .filter((seat) => seat.territoryId === id)
      .map((seat) => seat.name)
      .join('; '),
  ]);
  return [territoryColumns.map(({ label }) => label), ...rows]
    .map((row) => row.map(tsvCell).join('\t'))
    .join('\n');
}
