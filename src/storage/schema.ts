import type { DBSchema } from 'idb';
import { PLAN_VERSION, type Plan } from '../model/plan';
import type { PlanId } from '../model/units';
import type { CardAnswer } from './planStore';

export const DATABASE_NAME = 'turfcast';

/**
 * The plan format's version times ten, plus changes of these stores: where a newer app has written here, an older one
 * is told so on opening and can neither misread nor overwrite.
 */
export const DATABASE_VERSION = PLAN_VERSION * 10;

/** A plan as it is now. */
export interface HeadRecord {
  readonly id: PlanId;
  readonly plan: Plan;
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

export interface VersionPlanRecord {
  readonly planId: PlanId;
  readonly revision: number;
  readonly plan: Plan;
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
  plans: { key: string; value: HeadRecord };
  versions: { key: [string, number]; value: VersionRecord };
  versionPlans: { key: [string, number]; value: VersionPlanRecord };
  answers: { key: string; value: AnswerRecord };
  setAside: { key: string; value: SetAsideEntry };
  settings: { key: string; value: SettingRecord };
}

export type TableName = 'plans' | 'versions' | 'versionPlans' | 'answers' | 'setAside' | 'settings';

/** Where each store's values hold their key. */
export const KEY_PATHS: Readonly<Record<TableName, string | readonly string[]>> = {
  plans: 'id',
  versions: ['planId', 'revision'],
  versionPlans: ['planId', 'revision'],
  answers: 'id',
  setAside: 'key',
  settings: 'key',
};

export const TABLE_NAMES: readonly TableName[] = [
  'plans',
  'versions',
  'versionPlans',
  'answers',
  'setAside',
  'settings',
];
