import type { AccountId, MeasureId, SplitId, TerritoryId } from './units';

/** Accounts as a CRM has them, what they are measured by, and the ways to split them into territories. */
export interface AccountBook {
  readonly accounts: readonly Account[];
  readonly measures: readonly Measure[];
  /** Kept side by side; the first is usually the split as it is today. */
  readonly splits: readonly TerritorySplit[];
  /** The measure that splits are balanced by; the number of accounts where absent. */
  readonly balancedBy?: MeasureId;
  /** The split that the territories' potential and workload come from (see `applySplit`). */
  readonly inForce?: SplitId;
  /** Where the accounts are areas: what their outlines are, by the accounts' ids. */
  readonly areas?: AreaSource;
}

/** Where outlines of areas come from: a layer that Turfcast has, or the plan itself. */
export type AreaSource = LayerSource | OwnAreas;

export type LayerSource = WholeLayer | CountryRegions;

/** Ids are FIPS codes of two digits (states) or five (counties), or ISO 3166-1 alpha-2 codes. */
export interface WholeLayer {
  readonly kind: 'us-states' | 'us-counties' | 'countries';
}

/** The first-level regions of a country, which is one of `REGION_COUNTRIES`; ids are ISO 3166-2 codes. */
export interface CountryRegions {
  readonly kind: 'regions';
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Regions of one's own. A border that two of them share is one arc, as in TopoJSON. */
export interface OwnAreas {
  readonly kind: 'own';
  /** What they are, such as their file's name. */
  readonly name: string;
  /** Degrees (longitude, latitude) for a step of the grid that arcs are drawn on, and where the grid begins. */
  readonly scale: readonly [number, number];
  readonly translate: readonly [number, number];
  /** Of each border its first corner on the grid and the steps from there: `[x, y, dx, dy, dx, dy, …]`. */
  readonly arcs: readonly (readonly number[])[];
  readonly shapes: readonly OwnShape[];
}

export interface OwnShape {
  /** Of the account that it is the outline of. */
  readonly id: AccountId;
  /** Each an outer ring and its holes; a ring names arcs by number, or by its complement (`~n`) from end to start. */
  readonly polygons: readonly (readonly (readonly number[])[])[];
}

export interface Account {
  readonly id: AccountId;
  readonly name: string;
  /** Where it is; an account without a place is assigned by table, never lost. */
  readonly place?: Place;
  readonly postcode?: string;
  /** State or province, as the CRM writes it. */
  readonly state?: string;
  /** What it belongs to (a parent's name or id): accounts of one family should stay together. */
  readonly family?: string;
  /** The owner as the CRM has them, which need be nobody of the plan. */
  readonly owner?: string;
  /** One for each of the book's measures, in their order; null is not known, which is not zero. */
  readonly values: readonly (number | null)[];
}

/** Degrees, WGS 84. */
export interface Place {
  readonly lon: number;
  readonly lat: number;
}

export interface Measure {
  readonly id: MeasureId;
  readonly name: string;
  /** `potential` in the plan's currency a year and `workload` in selling hours a year become the territories'; others are for balance alone. */
  readonly kind: MeasureKind;
  /** Its formula in words, where it was derived and not read. */
  readonly derived?: string;
}

export type MeasureKind = 'potential' | 'workload' | 'other';

/** One way to split the accounts into territories of the plan. */
export interface TerritorySplit {
  readonly id: SplitId;
  readonly name: string;
  /** The split that it was branched from. */
  readonly from?: SplitId;
  /** One for each of the book's accounts, in their order; empty is in no territory. */
  readonly territoryOf: readonly TerritoryOrNone[];
  /** Accounts that stay where they are, whatever is designed, painted or healed. */
  readonly locked: readonly AccountId[];
  /** Named accounts, placed by a person and not by the map: they stay too, count in the sums and need touch nothing. */
  readonly overrides?: readonly NamedOverride[];
  /** What is carved out before the map is asked: the first rule that an account meets decides, unless it is locked or placed by name. */
  readonly rules?: readonly SplitRule[];
  /** Whether it was designed so that its territories may lie in pieces, which then are no fault of it. */
  readonly inPieces?: boolean;
}

/** Accounts that meet all of `when` belong to a territory, wherever they are. */
export interface SplitRule {
  /** One or more; all must hold. */
  readonly when: readonly RuleTest[];
  readonly territoryId: TerritoryId;
  /** Its territory takes its share of the map as well; where absent it holds what rules and names bring, and the map passes it by. */
  readonly sharesMap?: boolean;
}

export type RuleTest =
  | {
      /** A text of the account is one of those, whatever its case; a postcode begins with one. */
      readonly kind: 'state' | 'owner' | 'family' | 'postcode';
      readonly anyOf: readonly string[];
    }
  | {
      /** A measure is known, and from `atLeast` on, and less than `below`. */
      readonly kind: 'measure';
      readonly measureId: MeasureId;
      readonly atLeast?: number;
      readonly below?: number;
    };

/** A territory of the plan, or none. */
export type TerritoryOrNone = TerritoryId | '';

export interface NamedOverride {
  readonly accountId: AccountId;
  /** Why, in words that the account's owner will read. */
  readonly reason: string;
}

/** As much as a plan may hold: more is slow to save at every edit. */
export const MOST_ACCOUNTS = 20_000;
export const MOST_MEASURES = 20;
export const MOST_SPLITS = 20;
export const MOST_RULES = 50;
/** Numbers in the arcs of own regions: half as many corners, some 600 kB. */
export const MOST_ARC_NUMBERS = 200_000;
/** The largest value of a measure. */
export const LARGEST_VALUE = 1e12;
