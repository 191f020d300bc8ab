import { setOpportunities } from './editOpenPipeline';
import { freshId } from './ids';
import { opportunityColumns, type OpportunityColumn } from './opportunityColumns';
import { dayOrderOf, parseAmountCell, parseDateCell, type DayOrder } from './pasteCells';
import { readPasteColumns, type PasteColumns } from './pasteColumns';
import { readPastedRows, type PastedRow } from './pasteTable';
import type { OpenOpportunity, Pipeline, Plan, Seat, Stage } from './plan';
import type { Problem } from './problem';
import { nameKey, type Complain } from './readSeatRow';
import { days, money, opportunityId, share, stageId, type Share, type StageId } from './units';

/** As many as `parsePlan` allows. */
const MOST = 50_000;
const MOST_STAGES = 100;
const LONGEST = 36_500;

export interface OpportunityRows {
  /** Of the rows that could be read, with ids of their own. */
  readonly opportunities: readonly OpenOpportunity[];
  /** Stages that the rows name and the plan does not have, with the win rate of their first row's role. */
  readonly newStages: readonly Stage[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** The rows with problems as they came, under their headings if they had any: nothing pasted is lost. */
  readonly rest: string;
}

interface Reading {
  readonly columns: PasteColumns<OpportunityColumn>;
  readonly plan: Plan;
  readonly seats: ReadonlyMap<string, readonly Seat[]>;
  readonly pipelines: ReadonlyMap<string, Pipeline | undefined>;
  readonly stages: Map<string, StageId>;
  readonly newStages: Stage[];
  readonly ids: Set<string>;
  readonly order: DayOrder;
  /** Whether chances without a percent sign are percents: some of them is above one. */
  readonly percents: boolean;
  count: number;
}

const CHANCE = /^(\d+(?:[.,]\d+)?)\s*(%?)$/;

/**
 * Reads open opportunities from a block pasted out of a spreadsheet or a CRM, with or without headings (see
 * `opportunityColumns`): whose they are, what they are worth, how old they are (or when they were created), and their
 * chance or their stage. A row is read whole or stays in `rest`. Linear in the text.
 */
export function parseOpportunityRows(text: string, plan: Plan): OpportunityRows {
  const rows = readPastedRows(text);
  const columns = readPasteColumns(rows[0], opportunityColumns);
  const body = columns.heading ? rows.slice(1) : rows;
  const seats = new Map<string, Seat[]>();
  for (const seat of plan.seats)
    seats.set(nameKey(seat.name), [...(seats.get(nameKey(seat.name)) ?? []), seat]);
  const reading: Reading = {
    columns,
    plan,
    seats,
    pipelines: new Map(plan.roles.map(({ id, pipeline }) => [id, pipeline])),
    stages: new Map(plan.openPipeline.stages.map(({ id, name }) => [nameKey(name), id])),
    newStages: [],
    ids: new Set(plan.openPipeline.opportunities.map(({ id }) => id)),
    order: dayOrderOf(body.map((row) => columns.cell(row, 'created'))),
    percents: body.some((row) => {
      const match = CHANCE.exec(columns.cell(row, 'chance'));
      return match?.[2] === '' && Number(match[1]?.replace(',', '.')) > 1;
    }),
    count: 1,
  };
  const opportunities: OpenOpportunity[] = [];
  const problems: Problem[] = [];
  const left: string[] = [];
  for (const row of body) {
    const found = readOpportunity(row, reading, (column, code, message) =>
      problems.push({ code, path: `row ${row.number}, ${column}`, message: `Row ${row.number}: ${message}` }),
    );
    if (found) opportunities.push(found);
    else left.push(row.text);
  }
  const heading = columns.heading && left.length > 0 ? [rows[0]?.text ?? ''] : [];
  return {
    opportunities,
    newStages: reading.newStages,
    problems,
    notes: columns.ignored.map((each) => `The column “${each}” is not read.`),
    rest: [...heading, ...left].join('\n'),
  };
}

/** The plan with the opportunities of pasted rows besides those that it lists. */
export function withOpportunityRows(plan: Plan, rows: OpportunityRows): Plan {
  const { stages, opportunities } = plan.openPipeline;
  const openPipeline = { ...plan.openPipeline, stages: [...stages, ...rows.newStages] };
  return setOpportunities({ ...plan, openPipeline }, [...opportunities, ...rows.opportunities]);
}

function readOpportunity(row: PastedRow, reading: Reading, say: Complain): OpenOpportunity | undefined {
  const { columns, ids, pipelines } = reading;
  let sound = true;
  const complain: Complain = (...fault) => {
    sound = false;
    say(...fault);
  };
  const cell = (column: OpportunityColumn) => columns.cell(row, column);
  const extra = row.cells.slice(columns.count).filter((each) => each !== '');
  if (extra.length > 0)
    complain(
      'end',
      'cells',
      `there must be no more than ${columns.count} cells, got also “${extra.join(' ')}”`,
    );
  if (ids.size >= MOST) complain('Seat', 'many', 'a plan must have at most 50,000 open opportunities');
  const seat = readSeat(cell('seat'), reading, complain);
  const amount = parseAmountCell(cell('amount'));
  if (amount === undefined || amount < 0 || amount > 1e12)
    complain('Amount', 'amount', `amount must be from 0 to 1,000,000,000,000, got “${cell('amount')}”`);
  const age = readAge(cell('age'), cell('created'), reading, complain);
  const chance = readChance(cell('chance'), reading, complain);
  const stage = cell('stage');
  const isNew = stage !== '' && !reading.stages.has(nameKey(stage));
  if (isNew && reading.stages.size >= MOST_STAGES)
    complain('Stage', 'many', 'a plan must have at most 100 stages');
  const name = cell('name').slice(0, 200);
  if (!sound || !seat || amount === undefined || age === undefined) return undefined;
  if (isNew) addStage(stage, pipelines.get(seat.roleId)?.winRate ?? share(0), reading);
  const inStage = stage === '' ? undefined : reading.stages.get(nameKey(stage));
  while (ids.has(`opportunity-${reading.count}`)) reading.count++;
  const id = `opportunity-${reading.count}`;
  ids.add(id);
  return {
    id: opportunityId(id),
    ...(name !== '' && { name }),
    seatId: seat.id,
    amount: money(amount),
    ageDays: days(age),
    ...(chance !== undefined && { probability: chance }),
    ...(inStage !== undefined && { stageId: inStage }),
  };
}

function addStage(name: string, winRate: Share, { stages, newStages }: Reading): void {
  const id = stageId(freshId('stage', stages.values()));
  stages.set(nameKey(name), id);
  newStages.push({ id, name: name.slice(0, 200), winRate });
}

function readSeat(name: string, { seats, pipelines }: Reading, complain: Complain): Seat | undefined {
  const [seat, ...more] = seats.get(nameKey(name)) ?? [];
  if (name === '') complain('Seat', 'missing', 'seat must be given');
  else if (!seat) complain('Seat', 'unknown', `seat must be the name of one of the plan, got “${name}”`);
  else if (more.length > 0)
    complain('Seat', 'ambiguous', `seat must be a name that only one has, got “${name}”`);
  else if (!pipelines.get(seat.roleId))
    complain('Seat', 'no-pipeline', `seat must be of a role with a pipeline, got “${name}”`);
  else return seat;
  return undefined;
}

function readAge(age: string, created: string, reading: Reading, complain: Complain): number | undefined {
  if (age === '' && created !== '') {
    const start = `${reading.plan.calendar.start}-01`;
    const date = parseDateCell(created, reading.order);
    if (date && date <= start) return Math.round((Date.parse(start) - Date.parse(date)) / 86_400_000);
    complain('Created', 'date', `created must be a day before the plan’s start, got “${created}”`);
    return undefined;
  }
  const count = parseAmountCell(age.replace(/\s*(d|days?)\.?$/i, ''));
  if (count !== undefined && count >= 0 && count <= LONGEST) return count;
  complain('Age', 'age', `age must be 0 to 36,500 days, got “${age}”`);
  return undefined;
}

function readChance(text: string, { percents }: Reading, complain: Complain): Share | undefined {
  if (text === '') return undefined;
  const match = CHANCE.exec(text);
  const value = Number(match?.[1]?.replace(',', '.')) / (match?.[2] === '%' || percents ? 100 : 1);
  if (match && value >= 0 && value <= 1) return share(value);
  complain('Probability', 'chance', `probability must be 0 to 100 %, got “${text}”`);
  return undefined;
}
