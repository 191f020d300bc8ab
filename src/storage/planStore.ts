import type { Plan } from '../model/plan';
import type { Result } from '../model/problem';
import type { PlanId } from '../model/units';

/** What a library card shows of a plan's last full run; kept beside the plan so that the library opens at once. */
export interface CardAnswer {
  readonly period: string;
  readonly target?: number;
  readonly chance?: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Median cumulative bookings by month, for the card's sparkline. */
  readonly sparkline: readonly number[];
}

export interface PlanCard {
  readonly id: PlanId;
  readonly name: string;
  /** ISO 8601 instant. */
  readonly savedAt: string;
  readonly revision: number;
  readonly seats: number;
  readonly currency: string;
  readonly branchOf?: PlanId;
  readonly answer?: CardAnswer;
}

export interface StoredPlan {
  readonly plan: Plan;
  readonly revision: number;
  readonly savedAt: string;
  readonly branchOf?: PlanId;
}

/** One entry of a plan's history. */
export interface PlanVersion {
  readonly revision: number;
  readonly savedAt: string;
  /** What was done, in words: `Add a hire`. */
  readonly label: string;
}

/** A record that could not be read: kept as it is, reported, never dropped. */
export interface SetAsideRecord {
  readonly key: string;
  readonly foundAt: string;
  readonly reason: string;
}

export interface Listing {
  /** Newest first; removed plans are not in it. */
  readonly cards: readonly PlanCard[];
  readonly setAside: readonly SetAsideRecord[];
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: string }
  /** Somebody else (another tab) saved since `baseRevision`; nothing was written. */
  | { readonly kind: 'conflict'; readonly latest: StoredPlan };

export interface SaveOptions {
  /** The revision this edit was made on; 0 for a plan that was never saved. */
  readonly baseRevision: number;
  readonly label: string;
  readonly branchOf?: PlanId;
}

/**
 * Keeps plans on this device. Contract: a save is all or nothing; a revision once saved stays in the
 * plan's history as long as `thinVersions` keeps it; nothing is dropped because it cannot be read; every failure (storage blocked, full,
 * a newer version of the app in another tab) is a problem whose message says what to do.
 */
export interface PlanStore {
  list(): Promise<Result<Listing>>;
  load(id: PlanId): Promise<Result<StoredPlan>>;
  save(plan: Plan, options: SaveOptions): Promise<Result<SaveOutcome>>;
  saveAnswer(id: PlanId, answer: CardAnswer): Promise<Result<void>>;
  /** Newest first. */
  versions(id: PlanId): Promise<Result<readonly PlanVersion[]>>;
  loadVersion(id: PlanId, revision: number): Promise<Result<Plan>>;
  /** Takes the plan out of the library; `restore` brings it back with its history. */
  remove(id: PlanId): Promise<Result<void>>;
  restore(id: PlanId): Promise<Result<void>>;
  /** Everything (plans, histories, records set aside) as one JSON text. */
  exportAll(): Promise<Result<string>>;
  /** Reads what `exportAll` wrote; plans that are here already with other content come in as branches. Returns how many came in. */
  importAll(text: string): Promise<Result<number>>;
  /** Small settings of this device (theme, last plan, whether the samples were made). */
  setting(key: string): Promise<Result<string | undefined>>;
  saveSetting(key: string, value: string): Promise<Result<void>>;
  /** Called when another tab saved, removed or restored a plan. Returns how to stop listening. */
  onChange(listener: (id: PlanId, revision: number) => void): () => void;
}
