import type { Account, AccountBook, TerritoryOrNone } from './accountBook';
import { freshId } from './ids';
import { isSelling } from './isSelling';
import type { Plan, Territory } from './plan';
import { setAccountBook } from './editAccounts';
import { drawItem, drawWhole, seededDraws } from './seededDraws';
import { accountId, measureId, splitId, territoryId } from './units';
import { USUAL_SELLING_HOURS } from './usualSellingHours';

/** Cities of the United States: longitude and latitude to a tenth of a degree, and how many accounts of a hundred or so. */
const CITIES: readonly (readonly [name: string, lon: number, lat: number, accounts: number])[] = [
  ['New York', -74, 40.7, 14],
  ['Boston', -71.1, 42.4, 7],
  ['Philadelphia', -75.2, 40, 5],
  ['Washington', -77, 38.9, 6],
  ['Charlotte', -80.8, 35.2, 4],
  ['Atlanta', -84.4, 33.8, 7],
  ['Miami', -80.2, 25.8, 5],
  ['Nashville', -86.8, 36.2, 3],
  ['Detroit', -83.1, 42.3, 4],
  ['Columbus', -83, 40, 3],
  ['Chicago', -87.6, 41.9, 9],
  ['Minneapolis', -93.3, 45, 4],
  ['St. Louis', -90.2, 38.6, 3],
  ['Kansas City', -94.6, 39.1, 2],
  ['Dallas', -96.8, 32.8, 7],
  ['Houston', -95.4, 29.8, 6],
  ['Denver', -105, 39.7, 4],
  ['Phoenix', -112.1, 33.4, 4],
  ['Salt Lake City', -111.9, 40.8, 3],
  ['Los Angeles', -118.2, 34, 9],
  ['San Francisco', -122.4, 37.8, 8],
  ['Seattle', -122.3, 47.6, 5],
];

const FIRST =
  'Alder Beacon Cobalt Dune Ember Fjord Granite Harbor Iris Juniper Kestrel Lumen Meridian Nimbus Orchard Pioneer Quarry Ridge Summit Tidal'.split(
    ' ',
  );
const SECOND =
  'Analytics Foods Freight Health Labs Logistics Materials Media Networks Power Robotics Systems'.split(' ');

/** Of the sample, the most territories that its accounts are split into at first. */
const TERRITORIES = 6;

/**
 * The plan with a book of some 120 invented accounts around cities of the United States, split as companies' books often are:
 * by the alphabet of the cities and so all over the map, one in twenty in no territory. They go to the plan's first six
 * territories, and to new ones where it has fewer. They hold somewhat more than the plan's people can sell and work in a year,
 * so that its figures stay likely once a split is in force. The same plan gives the same book; nothing is in force, so no figure
 * changes.
 */
export function addSampleAccounts(plan: Plan): Plan {
  const draw = seededDraws(5);
  const territories: Territory[] = plan.territories.slice(0, TERRITORIES);
  while (territories.length < TERRITORIES)
    territories.push({
      id: territoryId(
        freshId(
          'territory',
          [...plan.territories, ...territories].map(({ id }) => id),
        ),
      ),
      name: `Territory ${territories.length + 1}`,
      workload: 0,
    });
  const accounts: Account[] = [];
  const territoryOf: TerritoryOrNone[] = [];
  CITIES.forEach(([city, lon, lat, count], index) => {
    for (let each = 0; each < count; each++) {
      const number = accounts.length + 1;
      // the product of uniforms gives the few large and many small accounts of a real book
      const spend = Math.round((20_000 + 480_000 * draw() * draw() * draw()) / 1000) * 1000;
      const away = () => Math.round((draw() + draw() - 1) * 6e3) / 1e4;
      accounts.push({
        id: accountId(`account-${number}`),
        name: `${drawItem(draw, FIRST)} ${drawItem(draw, SECOND)} ${city}`,
        place: { lon: Math.round((lon + away()) * 1e4) / 1e4, lat: Math.round((lat + away()) * 1e4) / 1e4 },
        values: [draw() < 0.04 ? null : spend, 8 * drawWhole(draw, 2, 12)],
      });
      const owner = territories[(index + (draw() < 0.2 ? 1 : 0)) % territories.length];
      territoryOf.push(draw() < 0.05 ? '' : (owner?.id ?? ''));
    }
  });
  const book: AccountBook = {
    accounts: sized(plan, accounts),
    measures: [
      { id: measureId('measure-1'), name: 'Potential', kind: 'potential' },
      { id: measureId('measure-2'), name: 'Selling hours', kind: 'workload' },
    ],
    splits: [{ id: splitId('split-1'), name: 'As it is today', territoryOf, locked: [] }],
    balancedBy: measureId('measure-1'),
  };
  return setAccountBook(
    { ...plan, territories: [...territories, ...plan.territories.slice(TERRITORIES)] },
    book,
  );
}

/** Potential and hours of a sample, by what ramped people of all the plan's seats would book and work. */
const PLENTY = 1.15;

/** The accounts with their potential (to $1,000) and hours (to one) brought to the plan's size. */
function sized(plan: Plan, accounts: readonly Account[]): Account[] {
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const own = [0, 0];
  for (const { roleId } of plan.seats) {
    const role = roles.get(roleId);
    if (!role || !isSelling(role)) continue;
    own[0] = (own[0] ?? 0) + 12 * role.productivity.perMonth;
    own[1] = (own[1] ?? 0) + 12 * (role.sellingHours ?? USUAL_SELLING_HOURS);
  }
  const scales = own.map((total, measure) => {
    const made = accounts.reduce((sum, { values }) => sum + (values[measure] ?? 0), 0);
    return total > 0 ? (PLENTY * total) / made : 1;
  });
  const steps = [1000, 1];
  return accounts.map((account) => ({
    ...account,
    values: account.values.map((value, measure) => {
      const step = steps[measure] ?? 1;
      return value === null ? null : step * Math.round((value * (scales[measure] ?? 1)) / step);
    }),
  }));
}
