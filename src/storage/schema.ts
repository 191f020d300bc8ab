import type { DBSchema } from 'idb';
import { PLAN_VERSION } from '../model/plan';
import type { PlanId } from '../model/units';
import type { KeptPlan, Part } from './keptPlan';
import type { CardAnswer } from './planStore';

export const DATABASE_NAME = 'turfcast';

/**
 * The plan format's version times ten, plus changes of these stores: where a newer app has written here, an older one
 * is told so on opening and can neither misread nor overwrite.
 */
export const DATABASE_VERSION = PLAN_VERSION * 10 + 1;

/** A plan as it is now. */
export interface HeadRecord extends KeptPlan {
  readonly id: PlanId;
  readonly revision: number;
  readonly savedAt: string;
  readonly branchOf?: PlanId;
  /** Taken out of the library, and brought back by `restore`. */
  readonly removed?: true;
}

/** One entry of a plan's history; its plan lies in `versionPlans` under the same key, so that histories are listed without them. */
export interface VersionRecord {
  readonly planId: PlanId;
  readonly revision: number;
  readonly savedAt: string;
  readonly label: string;
}

export interface VersionPlanRecord extends KeptPlan {
  readonly planId: PlanId;
  readonly revision: number;
}

export interface AnswerRecord {
  readonly id: PlanId;
  readonly answer: CardAnswer;
}

/** What could not be read, as it was found. */
export interface SetAsideEntry {
  readonly key: string;
  readonly foundAt: string;
  readonly reason: string;
  readonly raw: unknown;
}

export interface SettingRecord {
  readonly key: string;
  readonly value: string;
}

/** Every store, its key and its value; what is read back is `unknown` all the same (see `records.ts`). */
export interface TurfcastSchema extends DBSchema {
  plans: { key: string; value: HeadRecord; indexes: { parts: string } };
  versions: { key: [string, number]; value: VersionRecord };
  versionPlans: { key: [string, number]; value: VersionPlanRecord; indexes: { parts: string } };
  parts: { key: string; value: Part };
  answers: { key: string; value: AnswerRecord };
  setAside: { key: string; value: SetAsideEntry };
  settings: { key: string; value: SettingRecord };
}

export type TableName = 'plans' | 'versions' | 'versionPlans' | 'parts' | 'answers' | 'setAside' | 'settings';

/** Where each store's values hold their key. */
export const KEY_PATHS: Readonly<Record<TableName, string | readonly string[]>> = {
  plans: 'id',
  versions: ['planId', 'revision'],
  versionPlans: ['planId', 'revision'],
  parts: 'key',
  answers: 'id',
  setAside: 'key',
  settings: 'key',
};

export const TABLE_NAMES: readonly TableName[] = [
  'plans',
  'versions',
  'versionPlans',
  'parts',
  'answers',
  'setAside',
  'settings',
];

/** The stores whose records name parts, by an index of that name. */
export const PARTED_TABLES = ['plans', 'versionPlans'] as const;
