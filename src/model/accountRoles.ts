import { MOST_MEASURES } from './accountBook';
import type { AccountRole, ColumnRoles } from './importedAccounts';

/** What a column of each role holds, in the words of a problem. */
const THINGS: Readonly<Record<AccountRole, string>> = {
  id: 'ids',
  name: 'names',
  lat: 'latitudes',
  lon: 'longitudes',
  postcode: 'postcodes',
  state: 'states',
  country: 'countries',
  owner: 'owners',
  territory: 'territories',
  family: 'families',
  potential: 'potential',
  workload: 'workload',
  measure: 'another measure',
};

const isMeasured = (role: AccountRole | undefined) =>
  role === 'potential' || role === 'workload' || role === 'measure';

/**
 * Why columns cannot have those roles together, as a sentence's words; undefined where they can. Two columns of one role (but
 * for other measures) contradict, and so does a latitude without a longitude. Linear in the columns.
 */
export function contradictionOf(roles: ColumnRoles, headings: readonly string[]): string | undefined {
  const quote = (index: number) => `“${headings[index] ?? `column ${index + 1}`}”`;
  const first = new Map<AccountRole, number>();
  for (const [index, role] of roles.entries()) {
    if (role === undefined || role === 'measure') continue;
    const before = first.get(role);
    if (before !== undefined) {
      const why = role === 'potential' || role === 'workload' ? ', since two would be added up' : '';
      return `one column at most must hold the ${THINGS[role]}${why}, got ${quote(before)} and ${quote(index)}`;
    }
    first.set(role, index);
  }
  const [lat, lon] = [first.get('lat'), first.get('lon')];
  if ((lat === undefined) !== (lon === undefined)) {
    const [has, lacks] = lat === undefined ? (['lon', 'lat'] as const) : (['lat', 'lon'] as const);
    return `${THINGS[has]} must come with ${THINGS[lacks]}, got ${quote(lat ?? lon ?? 0)} alone`;
  }
  const measures = roles.filter(isMeasured).length;
  return measures > MOST_MEASURES
    ? `a table must have at most ${MOST_MEASURES} measures, got ${measures}`
    : undefined;
}
