import type { AccountBook, TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { weighAccounts } from '../model/sumSplit';
import type { SplitTask } from '../../workers/protocol';
import { arrangeAccounts, type Arrangement } from '../territory/arrangeAccounts';
import { deviationFloor } from '../territory/deviationFloor';
import { oversizeUnits } from '../territory/measureSplit';
import { prepareTask, type PreparedTask } from '../territory/prepareTask';
import { namesFor } from '../territory/relabelSplit';
import type { Split } from '../territory/units';
import type { AccountId } from '../model/units';
import type { BookUnits } from '../territory/unitsOfBook';
import type { DesignNote } from './designNote';
import { limitsOf, type LimitWish } from './designLimits';
import type { DesignOrder } from './designOrder';
import type { Search } from './missedTolerance';

/** What stays put weighs this much more than all else when territories are matched by name. */
const STAYS = 1e6;

/** What a split is to be like, however it is made. */
export interface DesignAims {
  readonly tolerance: number;
  readonly families: boolean;
  /** Whether territories may lie in pieces where they are drawn afresh, and where they are kept. */
  readonly pieces: { readonly afresh: boolean; readonly kept: boolean };
  readonly wishes: readonly LimitWish[];
}

export interface JobOptions extends DesignAims {
  readonly kind: SplitTask['kind'];
  readonly seed: number;
  readonly stickiness: number;
  /** Accounts that the hand has put where they are. */
  readonly stays: ReadonlySet<AccountId>;
}

/** A search to be made, and what makes a split of the accounts of its answer. */
export interface DesignJob {
  readonly units: PreparedTask['units'];
  readonly task: SplitTask;
  readonly notes: readonly DesignNote[];
  /** What is known of it where it should miss the tolerance. */
  readonly search: Omit<Search, 'attempts' | 'adjusted'>;
  /** Whether its territories may lie in pieces. */
  readonly pieces: boolean;
  readonly territoryOf: (found: Split) => readonly TerritoryOrNone[];
}

const MOST_SEEDS = 16;

/** How many seeds a search is worth: a repair, and what is kept in pieces without limits, come out the same for each. */
export const seedsFor = ({ kind, pieces, limits }: SplitTask, wanted: number): number =>
  kind === 'heal' || (kind === 'rebalance' && pieces && !limits) ? 1 : Math.min(MOST_SEEDS, wanted);

/** A search for that split of the book, ready for a worker. */
export function designJob(
  book: AccountBook,
  map: BookUnits,
  split: TerritorySplit,
  { order, map: territories, alone }: DesignOrder,
  options: JobOptions,
): DesignJob {
  const { kind, tolerance, seed, stickiness, families, stays, wishes } = options;
  const pieces = kind === 'design' ? options.pieces.afresh : options.pieces.kept;
  const arranged = arrangeAccounts(book, map, split, {
    order,
    territories,
    families,
    stays,
    keeps: kind !== 'design',
    settled: kind === 'heal',
  });
  const prepared = prepareTask(arranged.units, arranged.current, { ...arranged, territories, pieces });
  const { start, locked, targets } = prepared;
  const limits = limitsOf(book, arranged, territories, wishes).map((limit) => ({
    ...limit,
    values: prepared.pick(limit.values),
  }));
  const common = {
    targets,
    tolerance,
    seed,
    ...(limits.length > 0 && { limits }),
    ...(pieces && { pieces }),
  };
  const known = prepared.current.map((at) => (at < territories ? at : -1));
  const home = pieces ? { home: known } : {};
  // Without anything of weight settled beside the map its territories are alike until they are named.
  const alike = limits.length === 0 && targets.every((target) => target === targets[0]);
  const anonymous = kind === 'design' && (alike || arranged.settled === 0);
  const task = (): SplitTask => {
    if (kind === 'rebalance') return { ...common, kind, current: start, stickiness, locked, ...home };
    if (kind === 'heal') return { ...common, kind, current: start, locked, ...home };
    const locks = start.map((territory, unit) => (locked[unit] ? territory : -1));
    const names = known.map((at, unit) => (locked[unit] ? (start[unit] ?? -1) : at));
    return { ...common, kind, ...(locked.includes(1) && { locks }), ...(!anonymous && { names }) };
  };
  return {
    units: prepared.units,
    task: task(),
    pieces,
    notes: notesOf(book, arranged, territories),
    search: searchOf(book, arranged, options),
    territoryOf(found) {
      const names = anonymous ? namesOf(found, prepared, order.length - alone) : undefined;
      const at = arranged.putBack(prepared.putBack(found), names);
      return Array.from(at, (number) => order[number] ?? '');
    },
  };
}

/** What is known before it begins of how even it can come out. */
function searchOf(book: AccountBook, arranged: Arrangement, options: JobOptions): DesignJob['search'] {
  const { units, current, fixed, accountOf } = arranged;
  const weights = weighAccounts(book);
  const floor = deviationFloor(units, current, fixed, arranged.gather(weights));
  const heavy = floor.heavy.map((unit) => {
    const account = accountOf[unit] ?? -1;
    const name = book.accounts[account]?.name ?? '';
    return (units.weight[unit] ?? 0) > (weights[account] ?? 0) ? `${name} with its family` : name;
  });
  const { kind, tolerance, wishes } = options;
  const held = arranged.settled > 0 || fixed.includes(1);
  const pieces = kind === 'design' ? options.pieces.afresh : options.pieces.kept;
  return { kind, tolerance, floor: { ...floor, heavy }, held, limited: wishes.length > 0, pieces };
}

/** Territories of a fresh split are named so that as much as can be keeps the one it has. */
function namesOf(found: Split, { units, locked, current }: PreparedTask, names: number): Int32Array {
  const total = units.weight.reduce((sum, each) => sum + each, 0);
  const worth = units.weight.map((own, unit) => (locked[unit] ? STAYS * total : own));
  return namesFor(
    found,
    current.map((at) => (at < names ? at : -1)),
    worth,
    names,
  );
}

/** What stands in a design's way, and is no reason not to begin. */
function notesOf(
  book: AccountBook,
  { units, torn, accountOf }: Arrangement,
  territories: number,
): DesignNote[] {
  const total = units.weight.reduce((sum, each) => sum + each, 0);
  const heavy = oversizeUnits(units, total, territories).map((unit): DesignNote => {
    const account = book.accounts[accountOf[unit] ?? -1];
    return {
      kind: 'heavy',
      name: account?.name ?? '',
      share: (units.weight[unit] ?? 0) / (total / territories),
    };
  });
  return [...torn.map((family): DesignNote => ({ kind: 'torn', ...family })), ...heavy];
}
