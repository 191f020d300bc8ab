import type { DesignAims } from './designJob';
import { pieceRule, type PieceChoice, type PieceRule } from './pieceRule';
import type { AccountBook, TerritorySplit } from '../model/accountBook';
import { carryWishes, wishesOf, type LimitWish } from './designLimits';
import type { SplitDesk } from './splitDesk.svelte';

type Desk = Pick<SplitDesk, 'accounts' | 'book' | 'orderOnMap' | 'split'>;

/** What a design is to be like, as somebody has set it: every search of this plan's splits goes by it. */
export class DesignSettings {
  readonly #desk: Desk;
  #territories = $state<number>();
  tolerance = $state(0.05);
  /** From 0, afresh, to 1, as few moves as can be. */
  stickiness = $state(0);
  seeds = $state(4);
  /** Whether accounts of one family are one unit. */
  families = $state(true);
  /** Whether territories must lie in one piece. */
  pieces = $state<PieceChoice>('automatic');
  /** With the book that they were made for. */
  #made = $state.raw<{ readonly wishes: readonly LimitWish[]; readonly book?: AccountBook | undefined }>({
    wishes: [],
  });
  readonly #wishes = $derived.by(() => {
    const { book } = this.#desk;
    return wishesOf(book, carryWishes(this.#made.book, book, this.#made.wishes));
  });

  constructor(desk: Desk) {
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
    return this.#wishes;
  }

  set wishes(wishes: readonly LimitWish[]) {
    this.#made = { wishes, book: this.#desk.book };
  }

  /** Whether territories may lie in pieces where they are drawn afresh, or where they start from a split, the one on the map unless told. */
  pieceRule(kind: 'afresh' | 'kept', split = this.#desk.split): PieceRule {
    const { accounts, book } = this.#desk;
    return pieceRule(this.pieces, kind, {
      areas: book?.areas !== undefined,
      madeSo: split?.inPieces === true,
      figures: split && accounts.figuresOf(split),
    });
  }

  /** What is the same in every search, however much is to stay. */
  get aims(): DesignAims {
    return this.aimsFrom(this.#desk.split);
  }

  /** The same where searches set out from that split. */
  aimsFrom(split: TerritorySplit | undefined): DesignAims {
    const { tolerance, families, wishes } = this;
    const pieces = {
      afresh: this.pieceRule('afresh', split).pieces,
      kept: this.pieceRule('kept', split).pieces,
    };
    return { tolerance, families, pieces, wishes };
  }
}
