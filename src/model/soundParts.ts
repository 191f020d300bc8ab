import type { Account, TerritorySplit } from './accountBook';
import type { Plan } from './plan';

/** Lists of accounts, and splits, that were read and found sound: what is immutable stays so and need not be read again. */
export class SoundParts {
  readonly #known = new WeakSet<object>();

  add({ accountBook: book }: Plan): void {
    if (!book) return;
    this.#known.add(book.accounts);
    for (const split of book.splits) this.#known.add(split);
  }

  hasAccounts(list: unknown): list is readonly Account[] {
    return Array.isArray(list) && this.#known.has(list);
  }

  hasSplit(split: unknown): split is TerritorySplit {
    return typeof split === 'object' && split !== null && this.#known.has(split);
  }
}
