import type { TornFamily } from '../territory/joinFamilies';

/** What a design could not do as asked, and did as well as it could. */
export type DesignNote =
  | ({ readonly kind: 'torn' } & TornFamily)
  | {
      /** An account, with what goes with it, that is heavier than a fair share, and how many shares it is. */
      readonly kind: 'heavy';
      readonly name: string;
      readonly share: number;
    };
