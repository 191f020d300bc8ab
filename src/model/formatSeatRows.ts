import { occupantDate } from './occupantDate';
import type { Plan, Seat } from './plan';

const HEADINGS = ['Name', 'Role', 'Manager', 'Status', 'Start', 'Quota', 'Backfill', 'Territory', 'Closes'];

/** A cell that a spreadsheet keeps in one piece: in quotes where it holds a tab, a line break or a leading quote. */
const cell = (text: string) => (/[\t\n\r]|^\s*"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Seats as a tab-separated block with headings, for a spreadsheet; `parseSeatRows` reads it back, a transfer as a planned hire. Full precision. */
export function formatSeatRows(seats: readonly Seat[], plan: Plan): string {
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const managers = new Map(plan.managers.map((manager) => [manager.id, manager.name]));
  const territories = new Map(plan.territories.map(({ id, name }) => [id, name]));
  const rows = seats.map((seat) => [
    seat.name,
    roles.get(seat.roleId)?.name ?? '',
    (seat.managerId && managers.get(seat.managerId)) ?? '',
    seat.occupant.kind === 'incumbent' ? 'Filled' : 'Planned',
    occupantDate(seat.occupant),
    String(seat.annualQuota ?? roles.get(seat.roleId)?.annualQuota ?? ''),
    seat.backfill ? 'Yes' : 'No',
    (seat.territoryId && territories.get(seat.territoryId)) ?? '',
    seat.closes ?? '',
  ]);
  return [HEADINGS, ...rows].map((row) => row.map(cell).join('\t')).join('\n');
}
