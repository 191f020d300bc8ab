import type { TerritorySplit } from '../model/accountBook';
import type { SplitId } from '../model/units';
import type { SplitDesk } from './splitDesk.svelte';

/** Where a series of splits sets out, and what all is held against: the split in force until it is chosen. */
export class TradeOffEnds {
  readonly #desk: Pick<SplitDesk, 'inForce' | 'split' | 'splits'>;
  #from = $state.raw<SplitId>();
  #against = $state.raw<SplitId>();

  constructor(desk: Pick<SplitDesk, 'inForce' | 'split' | 'splits'>) {
    this.#desk = desk;
  }

  /** The split that the next series sets out from: as chosen, else the one in force, else the one on the map. */
  get from(): TerritorySplit | undefined {
    const { inForce, split, splits } = this.#desk;
    return splits.find(({ id }) => id === this.#from) ?? inForce ?? split;
  }

  setOutFrom(id: SplitId): void {
    this.#from = id;
  }

  /** The split that moves and differences are counted from: as chosen, else the one in force, else where the series sets out. */
  get against(): TerritorySplit | undefined {
    const { inForce, splits } = this.#desk;
    return splits.find(({ id }) => id === this.#against) ?? inForce ?? this.from;
  }

  /** Counts from that one, what is shown already too. */
  holdAgainst(id: SplitId): void {
    this.#against = id;
  }

  /** Takes both as chosen: what is in force may be another soon, and the base must not change under what is shown. */
  settle(): void {
    const { from, against } = this;
    this.#from = from?.id;
    this.#against = against?.id;
  }
}
