import type { TerritoryOrNone } from '../model/accountBook';
import type { Split } from '../territory/units';

/**
 * Accounts being painted into a territory, before the plan knows of it. The numbers of the split are copied once and changed
 * in place, so that a move of the hand costs what it touches and not what the book holds; who reads `numbers` follows.
 */
export class SplitStroke {
  readonly to: TerritoryOrNone;
  readonly #number: number;
  readonly #numbers: Split;
  readonly #places = new Set<number>();
  #painted = $state(0);

  /** `number` is that of the territory painted into, −1 for none; `kept` are those of the split as it is. */
  constructor(to: TerritoryOrNone, number: number, kept: Split) {
    this.to = to;
    this.#number = number;
    this.#numbers = kept.slice();
  }

  /** Each account's territory by its number. The same array at every move: read it anew, never keep it. */
  get numbers(): Split {
    void this.#painted;
    return this.#numbers;
  }

  /** Accounts by their places in the book, in the order in which they were painted. */
  get places(): ReadonlySet<number> {
    void this.#painted;
    return this.#places;
  }

  paint(places: Iterable<number>): void {
    const before = this.#places.size;
    for (const place of places) {
      this.#places.add(place);
      this.#numbers[place] = this.#number;
    }
    if (this.#places.size > before) this.#painted++;
  }
}
