import { meanDealSize } from '../../model/meanDealSize';
import { freshId } from '../../model/ids';
import type { OpenOpportunity, Plan, Seat, Stage } from '../../model/plan';
import { days, money, opportunityId, stageId, type Money, type Share, type StageId } from '../../model/units';

/** An open opportunity with its chance and where that comes from. */
export interface OpenRow {
  readonly opportunity: OpenOpportunity;
  readonly seat: Seat | undefined;
  readonly stage: Stage | undefined;
  readonly chance: number;
  readonly from: 'its own' | 'its stage’s' | 'its role’s';
}

/** What a list of open opportunities comes to. */
export interface OpenTotals {
  readonly count: number;
  readonly amount: Money;
  /** Amount × chance, summed up. */
  readonly weighted: Money;
  /** Wins to be expected. */
  readonly wins: number;
}

/** Every open opportunity with its own probability, else its stage's win rate, else its role's. Linear in the plan. */
export function openRows(plan: Plan): OpenRow[] {
  const seats = new Map(plan.seats.map((seat) => [seat.id, seat]));
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const stages = new Map(plan.openPipeline.stages.map((stage) => [stage.id, stage]));
  return plan.openPipeline.opportunities.map((opportunity): OpenRow => {
    const seat = seats.get(opportunity.seatId);
    const stage = opportunity.stageId === undefined ? undefined : stages.get(opportunity.stageId);
    const role = seat && roles.get(seat.roleId);
    const chance = opportunity.probability ?? stage?.winRate ?? role?.pipeline?.winRate ?? 0;
    const from = opportunity.probability !== undefined ? 'its own' : stage ? 'its stage’s' : 'its role’s';
    return { opportunity, seat, stage, chance, from };
  });
}

/** The sums over a list. */
export function openTotals(rows: readonly OpenRow[]): OpenTotals {
  let [amount, weighted, wins] = [0, 0, 0];
  for (const { opportunity, chance } of rows) {
    amount += opportunity.amount;
    weighted += opportunity.amount * chance;
    wins += chance;
  }
  return { count: rows.length, amount: money(amount), weighted: money(weighted), wins };
}

/** The sums of each stage's. */
export function totalsByStage(rows: readonly OpenRow[]): ReadonlyMap<StageId, OpenTotals> {
  const lists = new Map<StageId, OpenRow[]>();
  for (const row of rows) {
    if (!row.stage) continue;
    const list = lists.get(row.stage.id);
    if (list) list.push(row);
    else lists.set(row.stage.id, [row]);
  }
  return new Map([...lists].map(([id, list]) => [id, openTotals(list)]));
}

export type OpenKey = 'name' | 'seat' | 'amount' | 'age' | 'stage' | 'chance' | 'weighted';

const KEYS: Readonly<Record<OpenKey, (row: OpenRow) => string | number>> = {
  name: ({ opportunity }) => (opportunity.name ?? '').toLowerCase(),
  seat: ({ seat }) => (seat?.name ?? '').toLowerCase(),
  amount: ({ opportunity }) => opportunity.amount,
  age: ({ opportunity }) => opportunity.ageDays,
  stage: ({ stage }) => (stage?.name ?? '').toLowerCase(),
  chance: ({ chance }) => chance,
  weighted: ({ opportunity, chance }) => opportunity.amount * chance,
};

/** Those with every word of the filter in their name, seat or stage, in the order asked for. */
export function orderOpen(
  rows: readonly OpenRow[],
  filter: string,
  sort: { readonly key: OpenKey; readonly descending: boolean } | undefined,
): readonly OpenRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    words.length === 0
      ? rows
      : rows.filter(({ opportunity, seat, stage }) => {
          const text = `${opportunity.name ?? ''} ${seat?.name ?? ''} ${stage?.name ?? ''}`.toLowerCase();
          return words.every((word) => text.includes(word));
        });
  if (!sort) return found;
  const keyOf = KEYS[sort.key];
  const sign = sort.descending ? -1 : 1;
  return [...found].sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    return a === b ? 0 : a < b ? -sign : sign;
  });
}

/** The seats that can hold an opportunity: those of roles with a pipeline. */
export function holdingSeats(plan: Plan): Seat[] {
  const roles = new Set(plan.roles.filter(({ pipeline }) => pipeline !== undefined).map(({ id }) => id));
  return plan.seats.filter(({ roleId }) => roles.has(roleId));
}

/** An opportunity of that seat, new today, of its role's mean size. */
export function newOpportunity(plan: Plan, seat: Seat): OpenOpportunity {
  const role = plan.roles.find(({ id }) => id === seat.roleId);
  const ids = plan.openPipeline.opportunities.map(({ id }) => id);
  return {
    id: opportunityId(freshId('opportunity', ids)),
    seatId: seat.id,
    amount: money(role ? Math.round(meanDealSize(role.dealSize)) : 0),
    ageDays: days(0),
  };
}

/** A stage with that win rate, under a name that no other has. */
export function newStage(plan: Plan, winRate: Share): Stage {
  const { stages } = plan.openPipeline;
  const names = new Set(stages.map(({ name }) => name));
  let count = stages.length + 1;
  while (names.has(`Stage ${count}`)) count++;
  const ids = stages.map(({ id }) => id);
  return { id: stageId(freshId('stage', ids)), name: `Stage ${count}`, winRate };
}
