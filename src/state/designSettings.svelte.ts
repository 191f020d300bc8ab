import type { DesignAims } from './designJob';
import { wishesOf, type LimitWish } from './designLimits';
import type { SplitDesk } from './splitDesk.svelte';

/** What a design is to be like, as somebody has set it: every search of this plan's splits goes by it. */
export class DesignSettings {
  readonly #desk: Pick<SplitDesk, 'book' | 'orderOnMap'>;
  #territories = $state<number>();
  tolerance = $state(0.05);
  /** From 0, afresh, to 1, as few moves as can be. */
  stickiness = $state(0);
  seeds = $state(4);
  /** Whether accounts of one family are one unit. */
  families = $state(true);
  #wishes = $state.raw<readonly LimitWish[]>([]);

  constructor(desk: Pick<SplitDesk, 'book' | 'orderOnMap'>) {
    this.#desk = desk;
  }

  /** How many territories there are to be: as many as there are until it is chosen. */
  get territories(): number {
    return this.#territories ?? Math.max(2, this.#desk.orderOnMap.length);
  }

  set territories(count: number) {
    this.#territories = count;
  }

  /** Lets go of the number that was chosen. */
  asManyAsThereAre(): void {
    this.#territories = undefined;
  }

  /** What else it is to heed, as long as it is by what the accounts have. */
  get wishes(): readonly LimitWish[] {
    return wishesOf(this.#desk.book, this.#wishes);
  }

  set wishes(wishes: readonly LimitWish[]) {
    this.#wishes = wishes;
  }

  /** What is the same in every search, however much is to stay. */
  get aims(): DesignAims {
    const { tolerance, families, wishes } = this;
    return { tolerance, families, wishes };
  }
}
