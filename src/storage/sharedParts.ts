import type { Account, TerritorySplit } from '../model/accountBook';
import { SoundParts } from '../model/soundParts';
import type { Plan } from '../model/plan';
import { field, textsIn } from './records';

/** What versions of plans that are read one after the other have in common: put together and looked at once. */
export class SharedParts {
  readonly sound = new SoundParts();
  readonly #accounts = new Map<string, readonly Account[]>();
  readonly #splits = new Map<string, TerritorySplit>();

  /** The accounts of a kept book, where those parts were seen before. */
  accountsOf(book: unknown): readonly Account[] | undefined {
    return this.#accounts.get(textsIn(field(book, 'accounts')).join(' '));
  }

  splitOf(key: string): TerritorySplit | undefined {
    return this.#splits.get(key);
  }

  /** Notes a sound plan and the book that it was put together from. */
  add(plan: Plan, book: unknown): void {
    this.sound.add(plan);
    if (!plan.accountBook || book === undefined) return;
    this.#accounts.set(textsIn(field(book, 'accounts')).join(' '), plan.accountBook.accounts);
    textsIn(field(book, 'splits')).forEach((key, place) => {
      const split = plan.accountBook?.splits[place];
      if (split) this.#splits.set(key, split);
    });
  }
}
