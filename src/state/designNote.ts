import type { TerritoryId } from '../model/units';
import type { TornFamily } from '../territory/joinFamilies';
import type { Search } from './missedTolerance';

/** What a design could not do as asked, and did as well as it could. `by` is the id of a measure, or empty for the number of accounts. */
export type DesignNote =
  | ({ readonly kind: 'torn' } & TornFamily)
  | {
      /** An account, with what goes with it, that is heavier than a fair share, and how many shares it is. */
      readonly kind: 'heavy';
      readonly name: string;
      readonly share: number;
    }
  | {
      /** Another measure that is not as even as it was to be. */
      readonly kind: 'uneven';
      readonly by: string;
      readonly reached: number;
      readonly tolerance: number;
    }
  | {
      /** A territory beyond a cap or below a minimum. */
      readonly kind: 'beyond';
      readonly by: string;
      readonly territory: number;
      readonly load: number;
      readonly bound: number;
    }
  | ({
      /** The territory farthest off by what is balanced, beyond the tolerance; `others` are beyond it too. */
      readonly kind: 'off';
      readonly by: string;
      readonly territory: number;
      /** Load over a fair share, less one. */
      readonly deviation: number;
      readonly others: number;
      readonly way: Search['kind'];
    } & Omit<Search, 'kind'>);

/** Such notes, with the territories that their numbers mean. */
export interface DesignNotes {
  readonly notes: readonly DesignNote[];
  readonly order: readonly TerritoryId[];
}
