import { freshId } from './ids';
import { parseAmountCell } from './pasteCells';
import { readPasteColumns, type PasteColumns } from './pasteColumns';
import { readPastedRows, type PastedRow } from './pasteTable';
import type { Plan, Region, Territory } from './plan';
import type { Problem } from './problem';
import { nameKey, type Complain } from './readSeatRow';
import { territoryColumns, type TerritoryColumn } from './territoryColumns';
import { money, regionId, territoryId, type RegionId, type SeatId, type TerritoryId } from './units';

/** As much as `parsePlan` allows. */
const MOST_TERRITORIES = 5000;
const MOST_HOURS = 1e9;
const LARGEST_AMOUNT = 1e12;

export interface TerritoryRows {
  /** Territories of the rows that could be read: new ones, and those of the plan that a row names. */
  readonly territories: readonly Territory[];
  /** How many of them the plan does not have yet. */
  readonly added: number;
  /** Regions that the rows name and the plan does not have. */
  readonly newRegions: readonly Region[];
  /** Whom the rows give a territory. */
  readonly assigned: ReadonlyMap<SeatId, TerritoryId>;
  /** What could not be read, one for each row and column: `path` is `row 4, Potential`. */
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** The rows with problems as they came, under their headings if they had any: nothing pasted is lost. */
  readonly rest: string;
}

interface Reading {
  readonly columns: PasteColumns<TerritoryColumn>;
  readonly plan: Plan;
  readonly known: Map<string, Territory>;
  readonly regions: Map<string, RegionId>;
  readonly newRegions: Region[];
  readonly seats: ReadonlyMap<string, readonly SeatId[]>;
  readonly ids: Set<string>;
  /** The number that the next territory's id is looked for from, 1 at first. */
  count: number;
}

/**
 * Reads territories from a block pasted out of a spreadsheet, with or without headings (see `territoryColumns`). A row
 * that names a territory of the plan gives it new figures; columns it does not have are left as they are. A region that
 * the plan does not know is new. Seats are named, with semicolons between; one that is not there is a problem. A row is
 * read whole or stays in `rest`. Linear in the text.
 */
export function parseTerritoryRows(text: string, plan: Plan): TerritoryRows {
  const rows = readPastedRows(text);
  const columns = readPasteColumns(rows[0], territoryColumns);
  const reading: Reading = {
    columns,
    plan,
    known: new Map(plan.territories.map((each) => [nameKey(each.name), each])),
    regions: new Map(plan.regions.map(({ id, name }) => [nameKey(name), id])),
    newRegions: [],
    seats: seatsByName(plan),
    ids: new Set(plan.territories.map(({ id }) => id)),
    count: 1,
  };
  const read = new Map<TerritoryId, Territory>();
  const assigned = new Map<SeatId, TerritoryId>();
  const problems: Problem[] = [];
  const left: string[] = [];
  for (const row of columns.heading ? rows.slice(1) : rows) {
    const found = readTerritory(row, reading, (column, code, message) =>
      problems.push({ code, path: `row ${row.number}, ${column}`, message: `Row ${row.number}: ${message}` }),
    );
    if (!found) {
      left.push(row.text);
      continue;
    }
    read.set(found.territory.id, found.territory);
    reading.known.set(nameKey(found.territory.name), found.territory);
    for (const seat of found.seats) assigned.set(seat, found.territory.id);
  }
  const heading = columns.heading && left.length > 0 ? [rows[0]?.text ?? ''] : [];
  const old = new Set(plan.territories.map(({ id }) => id));
  return {
    territories: [...read.values()],
    added: [...read.keys()].filter((id) => !old.has(id)).length,
    newRegions: reading.newRegions,
    assigned,
    problems,
    notes: columns.ignored.map((each) => `The column “${each}” is not read.`),
    rest: [...heading, ...left].join('\n'),
  };
}

/** The plan with the territories of pasted rows in it. */
export function withTerritoryRows(plan: Plan, rows: TerritoryRows): Plan {
  const read = new Map(rows.territories.map((each) => [each.id, each]));
  const kept = plan.territories.map((each) => read.get(each.id) ?? each);
  const old = new Set(plan.territories.map(({ id }) => id));
  return {
    ...plan,
    regions: [...plan.regions, ...rows.newRegions],
    territories: [...kept, ...rows.territories.filter(({ id }) => !old.has(id))],
    seats: plan.seats.map((seat) => {
      const assigned = rows.assigned.get(seat.id);
      return assigned === undefined ? seat : { ...seat, territoryId: assigned };
    }),
  };
}

function seatsByName({ seats }: Plan): ReadonlyMap<string, readonly SeatId[]> {
  const names = new Map<string, SeatId[]>();
  for (const { id, name } of seats) names.set(nameKey(name), [...(names.get(nameKey(name)) ?? []), id]);
  return names;
}

function readTerritory(
  row: PastedRow,
  reading: Reading,
  say: Complain,
): { territory: Territory; seats: readonly SeatId[] } | undefined {
  const { columns, known, ids } = reading;
  let sound = true;
  const complain: Complain = (...fault) => {
    sound = false;
    say(...fault);
  };
  const cell = (column: TerritoryColumn) => columns.cell(row, column);
  const name = cell('name');
  if (name === '') complain('Territory', 'missing', 'territory must have a name');
  else if (name.length > 200)
    complain('Territory', 'long', `name must have at most 200 characters, got ${name.length}`);
  const extra = row.cells.slice(columns.count).filter((each) => each !== '');
  if (extra.length > 0)
    complain(
      'end',
      'cells',
      `there must be no more than ${columns.count} cells, got also “${extra.join(' ')}”`,
    );
  const before = known.get(nameKey(name));
  const potential = readFigure(cell('potential'), 'Potential', LARGEST_AMOUNT, complain);
  const hours = cell('workload').replace(/\s*(h|hrs?|hours?)\.?$/i, '');
  const workload = readFigure(hours, 'Workload', MOST_HOURS, complain);
  const seats = readSeats(cell('seats'), reading, complain);
  if (!before && ids.size >= MOST_TERRITORIES)
    complain('Territory', 'many', `a plan must have at most 5,000 territories`);
  if (!sound) return undefined;
  const id = before?.id ?? nextId(reading);
  const region = columns.has('region') ? readRegion(cell('region'), reading) : before?.regionId;
  const amount = columns.has('potential') ? potential : before?.potential;
  const territory: Territory = {
    id,
    name: before?.name ?? name,
    ...(region !== undefined && { regionId: region }),
    ...(amount !== undefined && { potential: money(amount) }),
    workload: (columns.has('workload') ? workload : before?.workload) ?? 0,
  };
  return { territory, seats };
}

/** As `freshId` would give, going on from the last one found: a plan may take thousands of rows. */
function nextId(reading: Reading): TerritoryId {
  while (reading.ids.has(`territory-${reading.count}`)) reading.count++;
  const id = `territory-${reading.count}`;
  reading.ids.add(id);
  return territoryId(id);
}

function readFigure(text: string, column: string, most: number, complain: Complain): number | undefined {
  if (text === '') return undefined;
  const thing = column.toLowerCase();
  const figure = parseAmountCell(text);
  if (figure === undefined) complain(column, 'amount', `${thing} must be a number, got “${text}”`);
  else if (figure < 0) complain(column, 'negative', `${thing} must not be below zero, got ${text}`);
  else if (figure > most)
    complain(column, 'high', `${thing} must be at most ${most.toLocaleString('en-US')}, got ${text}`);
  return figure;
}

/** The cell may be one name, or several with semicolons, bars or line breaks between, or with commas. */
function readSeats(text: string, { seats }: Reading, complain: Complain): SeatId[] {
  if (text === '') return [];
  const names = seats.has(nameKey(text)) ? [text] : text.split(/[;|\n]/.test(text) ? /[;|\n]/ : ',');
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .flatMap((name) => {
      const [id, ...more] = seats.get(nameKey(name)) ?? [];
      if (id === undefined)
        complain('Seats', 'unknown', `seat must be the name of one of the plan, got “${name}”`);
      else if (more.length > 0)
        complain('Seats', 'ambiguous', `seat must be a name that only one has, got “${name}”`);
      return id === undefined ? [] : [id];
    });
}

function readRegion(name: string, reading: Reading): RegionId | undefined {
  if (name === '') return undefined;
  const known = reading.regions.get(nameKey(name));
  if (known !== undefined) return known;
  const id = regionId(freshId('region', reading.regions.values()));
  reading.regions.set(nameKey(name), id);
  reading.newRegions.push({ id, name: name.slice(0, 200) });
  return id;
}
